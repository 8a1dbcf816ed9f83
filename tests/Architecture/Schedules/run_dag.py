"""Loads a DAG file over stand-ins for the parts of Airflow that it uses, as Airflow 3 has them.

run_dag.py FILE                 prints what the DAG is, as JSON
run_dag.py FILE TASK DAY        runs one attempt of a task and prints what Airflow would do next: done, retry or fail
"""

import json
import runpy
import subprocess
import sys
import types


class AirflowException(Exception):
    pass


class AirflowFailException(AirflowException):
    pass


class Hook:
    sub_process = None


class BashOperator:
    def __init__(self, *, task_id, bash_command, skip_on_exit_code=99):
        self.task_id, self.bash_command, self.skip_on_exit_code = task_id, bash_command, skip_on_exit_code
        self.subprocess_hook, self.upstream = Hook(), []
        DAG.current.tasks.append(self)

    def __rshift__(self, follower):
        follower.upstream.append(self.task_id)
        return follower

    def execute(self, context):
        command = self.bash_command.replace("{{ ds }}", context["ds"])
        self.subprocess_hook.sub_process = subprocess.Popen(["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.subprocess_hook.sub_process.communicate()
        if self.subprocess_hook.sub_process.returncode != 0:
            raise AirflowException("Bash command failed.")


class Timetable:
    def __init__(self, cron, timezone):
        self.cron, self.timezone = cron, timezone


class DAG:
    current = None

    def __init__(self, dag_id, schedule, start_date, catchup, max_active_runs, default_args):
        self.description = {
            "id": dag_id, "cron": schedule.cron, "timezone": schedule.timezone, "start": start_date.isoformat(), "catchup": catchup,
            "maxActiveRuns": max_active_runs, "retries": default_args["retries"],
        }
        self.tasks = []

    def __enter__(self):
        DAG.current = self

    def __exit__(self, *_):
        pass


def module(name, **members):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(members)


for package in ("airflow", "airflow.providers", "airflow.providers.standard", "airflow.providers.standard.operators", "airflow.timetables"):
    module(package)
module("airflow.exceptions", AirflowException=AirflowException, AirflowFailException=AirflowFailException)
module("airflow.providers.standard.operators.bash", BashOperator=BashOperator)
module("airflow.sdk", DAG=DAG)
module("airflow.timetables.interval", CronDataIntervalTimetable=Timetable)

runpy.run_path(sys.argv[1])
dag = DAG.current
if len(sys.argv) == 2:
    tasks = [{"id": task.task_id, "after": task.upstream, "command": task.bash_command, "skip": task.skip_on_exit_code} for task in dag.tasks]
    print(json.dumps(dag.description | {"tasks": tasks}))
else:
    task = next(task for task in dag.tasks if task.task_id == sys.argv[2])
    try:
        task.execute({"ds": sys.argv[3]})
        print("done")
    except AirflowFailException:
        print("fail")
    except AirflowException:
        print("retry")
