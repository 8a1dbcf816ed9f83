#!/usr/bin/env bash
# Submits a job on an Azure Batch node and hands its exit code to Data Factory: a custom activity knows only "failed", so the code goes
# into outputs.json of the task's folder, which becomes the activity's customOutput, and the pipeline decides.
set -u
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../../.." && pwd)
"$root/spark-submit.sh" "$@"
printf '{"exitCode":"%d"}\n' "$?" >outputs.json
