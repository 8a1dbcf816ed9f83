#!/usr/bin/env bash
# Submits a job: builds what changed, then runs the job in this process's place. See --help.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: ./spark-submit.sh [options] JOB [arguments of the job]

JOB is the name of a pipeline (conf/pipelines/<name>.json), of a folder under jobs/, or the path of an assembly (.dll).

Options, named as spark-submit names them:
  --master MASTER         embedded (the default): in process, no Spark needed
  --name NAME             a name for the run, shown in logs and reports
  --conf, -c KEY=VALUE    a Spark property; may be given many times; wins over a properties file
  --properties-file FILE  Spark properties, one a line: KEY VALUE or KEY=VALUE
  --driver-memory SIZE    memory limit, such as 512m or 4g (spark.driver.memory)
  --driver-cores N        threads (spark.driver.cores)
  --executor-memory SIZE, --executor-cores N, --num-executors N, --total-executor-cores N
                          accepted, so that a submission need not change with its master; in process there are no executors
  --deploy-mode client    accepted; cluster needs a Spark master
  --help, -h              this text
  --version               the version of the platform

Exit codes: 0 done, 1 failed (do not retry), 2 data refused by an expectation, 64 wrong usage or configuration, 75 transient (retry).
Logs go to standard error; the last line of standard output is the run's report, one line of JSON.
TEXT
}

options='--master --name --conf --properties-file --driver-memory --driver-cores --executor-memory --executor-cores --num-executors
--total-executor-cores --deploy-mode --help --version'

refuse() {
  printf 'spark-submit: %s\n' "$1" >&2
  exit 64
}

# The option with the smallest edit distance from the one given.
nearest_option() {
  printf '%s\n' $options | awk -v given="$1" '
    function least(a, b, c) { return a < b ? (a < c ? a : c) : (b < c ? b : c) }
    function distance(s, t,   i, j, row, left, above) {
      for (j = 0; j <= length(t); j++) row[j] = j
      for (i = 1; i <= length(s); i++) {
        above = row[0]; row[0] = i
        for (j = 1; j <= length(t); j++) {
          left = row[j]
          row[j] = least(row[j] + 1, row[j - 1] + 1, above + (substr(s, i, 1) != substr(t, j, 1)))
          above = left
        }
      }
      return row[length(t)]
    }
    { d = distance(given, $0); if (NR == 1 || d < best) { best = d; name = $0 } }
    END { print name }'
}

accept_master() {
  case $1 in
    embedded) ;;
    local | local\[*\] | spark://* | yarn | k8s://* | sc://*)
      refuse "master '$1' needs Apache Spark, which this version cannot drive yet; leave --master out, or say --master embedded" ;;
    *) refuse "unknown master '$1'; the one that this version has is embedded" ;;
  esac
}

# Something that the build reads and that is newer than the last good build. Folders count too: theirs is the time of a deletion.
changed_since_build() {
  find "$root"/lib "$root"/jobs "$root"/Directory.* "$root"/global.json \
    \( -name bin -o -name obj \) -prune -o \
    -newer "$stamp" \( -type d -o -name '*.cs' -o -name '*.*proj' -o -name '*.props' -o -name '*.targets' -o -name '*.json' \) \
    -print -quit
}

is_built() { [ -f "$platform" ] && [ -f "$stamp" ] && [ -z "$(changed_since_build)" ]; }

need_sdk() {
  local wanted
  wanted=".NET SDK $(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json") or a later one of the same line (https://dot.net)"
  command -v dotnet >/dev/null || refuse "dotnet is missing: install the $wanted"
  is_built || (cd "$root" && dotnet --version >/dev/null 2>&1) || refuse "dotnet has no SDK that global.json accepts: install the $wanted"
}

build() {
  local log
  log=$(mktemp)
  printf 'spark-submit: building\n' >&2
  # The stamp is as old as the start of the build, so that what is edited during it is built next time;
  # the folders that it will make are made before, so that they are not newer.
  mkdir -p "$root"/lib/*/{bin,obj} "$root"/jobs/*/{bin,obj}
  touch "$stamp.begun"
  # Analyzers judge the sources where they are tested; here they would double the wait.
  # Build servers outlive the build: they must hold neither our lock nor the standard output that a scheduler waits on.
  if ! (cd "$root" && dotnet build jobs/All.proj -c Release -v quiet --nologo -nodeReuse:false -p:RunAnalyzers=false) </dev/null >"$log" 2>&1 9>&-; then
    cat "$log" >&2
    rm -f "$log"
    printf 'spark-submit: the build failed, so nothing was run\n' >&2
    exit 1
  fi
  rm -f "$log"
  mv "$stamp.begun" "$stamp"
  printf 'spark-submit: built in %d s\n' "$SECONDS" >&2
}

build_when_needed() {
  is_built && return
  mkdir -p "$(dirname "$stamp")"
  (
    ! command -v flock >/dev/null || flock 9
    is_built || build
  ) 9>"$stamp.lock"
}

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
platform="$root/lib/DataPlatform.Hosting/bin/Release/net10.0/DataPlatform.Hosting.dll"
stamp="$root/lib/DataPlatform.Hosting/bin/Release/.built"
submission=(submit --root "$root")

while [ $# -gt 0 ]; do
  option=$1
  case $option in
    --help | -h) usage; exit 0 ;;
    --version) sed -n 's/.*<Version>\(.*\)<\/Version>.*/\1/p' "$root/Directory.Build.props"; exit 0 ;;
    --*=*) value=${option#*=}; option=${option%%=*}; shift ;;
    -*)
      case " $(printf '%s ' $options) -c " in *" $option "*) ;; *) refuse "unknown option '$option'; did you mean $(nearest_option "$option")?" ;; esac
      [ $# -ge 2 ] || refuse "option $option needs a value"
      value=$2; shift 2 ;;
    *) break ;;
  esac
  case $option in
    --master) accept_master "$value" ;;
    --name) submission+=(--name "$value") ;;
    --conf | -c)
      case $value in
        spark.master=*) accept_master "${value#*=}" ;;
        ?*=*) submission+=(--conf "$value") ;;
        *) refuse "--conf '$value' is not KEY=VALUE" ;;
      esac ;;
    --properties-file)
      [ -r "$value" ] || refuse "properties file '$value' cannot be read"
      master=$(sed -n 's/^[[:space:]]*spark\.master[[:space:]]*[=:[:space:]][[:space:]]*\([^[:space:]]*\).*/\1/p' "$value")
      [ -z "$master" ] || accept_master "$master"
      submission+=(--properties-file "$value") ;;
    --driver-memory) submission+=(--conf "spark.driver.memory=$value") ;;
    --driver-cores) submission+=(--conf "spark.driver.cores=$value") ;;
    --executor-memory | --executor-cores | --num-executors | --total-executor-cores) ;;
    --deploy-mode)
      [ "$value" = client ] || refuse "--deploy-mode '$value' needs a Spark master; in process there is only client" ;;
    *) refuse "unknown option '$option'; did you mean $(nearest_option "$option")?" ;;
  esac
done
[ $# -gt 0 ] || refuse 'no job was named; --help tells how'

need_sdk
build_when_needed
exec dotnet "$platform" "${submission[@]}" "$@"
