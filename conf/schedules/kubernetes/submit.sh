#!/usr/bin/env bash
# Runs the CronJob's job for one day and waits for it: submit.sh --date yyyy-MM-dd. Retries are Kubernetes' own.
# The job gets the name that the schedule would have given it, from which it takes its day; so a day is not run twice at once.
set -euo pipefail
[[ $# -eq 2 && $1 == --date ]] || { echo 'usage: submit.sh --date yyyy-MM-dd' >&2; exit 64; }
midnight=$(date -u -d "$2" +%s)
job=flights-$((midnight / 60 + 29 * 60))
kubectl create job "$job" --from=cronjob/flights >&2
while :; do
  conditions=$(kubectl get job "$job" -o 'jsonpath={.status.conditions[?(@.status=="True")].type}')
  case " $conditions " in
    *' Complete '*) exit 0 ;;
    *' Failed '*)
      echo "job $job failed; look at it with kubectl logs job/$job, and delete it with kubectl delete job $job before its day is run again" >&2
      exit 1 ;;
  esac
  sleep 5
done
