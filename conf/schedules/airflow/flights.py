"""The flights pipeline in Airflow 3: a task for each job of conf/pipelines/flights.json, every day at 05:00 UTC, for the day before."""

import json
import os
import shlex
from datetime import datetime, timedelta, timezone
from pathlib import Path

from airflow.exceptions import AirflowException, AirflowFailException
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG
from airflow.timetables.interval import CronDataIntervalTimetable

HOME = Path(os.environ.get("DATAPLATFORM_HOME", "/opt/dataplatform"))
TRANSIENT = 75


class SubmitOperator(BashOperator):
    """Runs a submission; only exit code 75 leaves Airflow its retries. The last line of output, the run's report, is the task's XCom."""

    def __init__(self, *, job: str, **kwargs):
        program = shlex.quote(str(HOME / "spark-submit.sh"))
        super().__init__(
            bash_command=f"exec {program} {shlex.quote(job)} --date {{{{ ds }}}} --environment prod",
            skip_on_exit_code=None,
            **kwargs,
        )

    def execute(self, context):
        try:
            return super().execute(context)
        except AirflowException as failure:
            process = self.subprocess_hook.sub_process
            if process is not None and process.returncode == TRANSIENT:
                raise
            raise AirflowFailException(str(failure)) from failure


with DAG(
    dag_id="flights",
    # The logical date is the start of the interval: the run that starts at 05:00 is for the day before.
    schedule=CronDataIntervalTimetable("0 5 * * *", timezone="UTC"),
    # The first day that a backfill can reach; what was missed is made up for by `airflow backfill`, not by unpausing.
    start_date=datetime(2013, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 4,
        "retry_delay": timedelta(minutes=1),
        "retry_exponential_backoff": True,
        "max_retry_delay": timedelta(minutes=15),
    },
):
    jobs = json.loads((HOME / "conf/pipelines/flights.json").read_text())["jobs"]
    tasks = {entry["job"]: SubmitOperator(task_id=entry["job"], job=entry["job"]) for entry in jobs}
    for entry in jobs:
        for awaited in entry.get("after", []):
            tasks[awaited] >> tasks[entry["job"]]
