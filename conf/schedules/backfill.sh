#!/usr/bin/env bash
# Runs a job or a pipeline for each day of a range, one day after another. See --help.
set -uo pipefail

usage() {
  cat <<'TEXT'
Usage: backfill.sh [--attempts N] [--pause SECONDS] [--submit PROGRAM] FIRST LAST [spark-submit options] JOB [arguments]

Submits JOB once for each day from FIRST to LAST, both included, written yyyy-MM-dd, with --date DAY at the end of its arguments.
FIRST and LAST may be the same day, so this also runs one day with retries.

  --attempts N        how often a day is tried while it ends with exit code 75 (transient); 5 if not given
  --pause SECONDS     the pause before the second attempt, doubled for each one after it, 15 minutes at most; 30 if not given
  --submit PROGRAM    what submits a day; spark-submit.sh of this tree if not given

Stops at the first day that is not done and says how to resume there; its exit code is that of the day.
TEXT
}

say() { printf 'backfill: %s\n' "$1" >&2; }
refuse() { say "$1; --help tells how"; exit 64; }

is_day() { [[ $1 =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] && [ "$(date -u -d "$1" +%F 2>/dev/null)" = "$1" ]; }
is_count() { [[ $1 =~ ^[0-9]{1,6}$ ]]; }

# Runs a command and waits for it. Who asks this script to end asks the command, which rolls back, and waits for that too.
attend() {
  local code
  "$@" &
  child=$!
  [ -z "$asked_to_end" ] || end
  wait "$child"
  while kill -0 "$child" 2>/dev/null; do wait "$child"; done
  # A signal ends a wait with the signal's number; the code of a command that has ended can be asked for again.
  wait "$child"
  code=$?
  child=
  return "$code"
}

end() {
  asked_to_end=yes
  [ -z "$child" ] || kill -TERM "$child" 2>/dev/null
}

# One day, tried again while it is told that a retry may help.
run_day() {
  local day=$1 delay=$pause attempt code
  shift
  for ((attempt = 1; ; attempt++)); do
    attend "$submit" "$@" --date "$day"
    code=$?
    [ "$code" -eq 75 ] && [ "$attempt" -lt "$attempts" ] && [ -z "$asked_to_end" ] || return "$code"
    say "$day: transient failure, attempt $attempt of $attempts; the next one in $delay s"
    attend sleep "$delay"
    [ -z "$asked_to_end" ] || return 75
    delay=$((delay * 2 < 900 ? delay * 2 : 900))
  done
}

command=$(printf '%q' "$0")
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
submit=$root/spark-submit.sh attempts=5 pause=30 child='' asked_to_end=''
while [[ ${1:-} == -* ]]; do
  case $1 in
    --help | -h) usage; exit 0 ;;
    --attempts | --pause | --submit) [ $# -ge 2 ] || refuse "option $1 needs a value" ;;
    *) refuse "unknown option '$1'" ;;
  esac
  case $1 in
    --attempts) { is_count "$2" && [ "$2" -ge 1 ]; } || refuse "--attempts '$2' is no number of 1 or more"; attempts=$((10#$2)) ;;
    --pause) is_count "$2" || refuse "--pause '$2' is no number of seconds"; pause=$((10#$2)) ;;
    --submit) submit=$2 ;;
  esac
  command+=$(printf ' %q' "$1" "$2")
  shift 2
done

[ $# -ge 2 ] || refuse 'the first and the last day are needed'
first=$1 last=$2
shift 2
is_day "$first" || refuse "the first day, '$first', is no date written yyyy-MM-dd"
is_day "$last" || refuse "the last day, '$last', is no date written yyyy-MM-dd"
[[ ! $first > $last ]] || refuse "the first day, $first, is after the last, $last"
[ $# -ge 1 ] || [ "$submit" != "$root/spark-submit.sh" ] || refuse 'no job was named'

trap end INT TERM
arguments=$([ $# -eq 0 ] || printf ' %q' "$@")
day=$first
while [[ ! $day > $last ]]; do
  if [ -n "$asked_to_end" ]; then
    code=75
  else
    run_day "$day" "$@"
    code=$?
  fi
  if [ "$code" -ne 0 ]; then
    say "$day is not done (exit code $code); the days before it are. To resume: $command $day $last$arguments"
    exit "$code"
  fi
  day=$(date -u -d "$day + 1 day" +%F)
done
