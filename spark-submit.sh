#!/usr/bin/env bash
# Submits a job: builds what changed, then runs the job in this process's place, or hands it to Spark's own spark-submit. See --help.
set -eo pipefail

usage() {
  cat <<'TEXT'
Usage: ./spark-submit.sh [options] JOB [arguments of the job]
       ./spark-submit.sh --kill ID | --status ID --master MASTER

JOB is the name of a pipeline (conf/pipelines/<name>.json), of a folder under jobs/, or the path of an assembly (.dll).

Where it runs:
  --master MASTER         embedded, embedded[N] (N threads): in process, no Spark needed; the default
                          sc://host:port/;token=…: a Spark with Spark Connect that runs already; also --remote, or SPARK_REMOTE
                          local, local[N], local[*], spark://…, yarn, k8s://…: by the Spark in SPARK_HOME; needs a JDK
  --deploy-mode MODE      client (the default), or cluster: the driver runs in the cluster, and the platform is shipped to it

Options, named as spark-submit names them:
  --name NAME             a name for the run, shown in logs and reports
  --conf, -c KEY=VALUE    a Spark property; may be given many times; wins over a properties file
  --properties-file FILE  Spark properties, one a line: KEY VALUE or KEY=VALUE; --load-spark-defaults loads Spark's own beside it
  --driver-memory SIZE    memory limit, such as 512m or 4g (spark.driver.memory)
  --driver-cores N        threads (spark.driver.cores)
  --executor-memory SIZE, --executor-cores N, --num-executors N, --total-executor-cores N, --queue NAME, --supervise, --verbose,
  --driver-java-options OPTIONS, --driver-class-path PATH, --driver-library-path PATH
                          for masters of Spark; elsewhere accepted without effect, so that a submission need not change with its master
  --jars, --packages, --exclude-packages, --repositories, --files, --archives, --proxy-user, --principal, --keytab
                          for masters of Spark only
  --help, -h              this text
  --version               the version of the platform

Exit codes: 0 done, 1 failed (do not retry), 2 data refused by an expectation, 64 wrong usage or configuration, 75 transient (retry).
Logs go to standard error; the last line of standard output is the run's report, one line of JSON.
TEXT
}

# What has a value, and what has none.
value_options='--master --remote --deploy-mode --name --conf -c --properties-file --driver-memory --driver-cores --executor-memory --executor-cores
--num-executors --total-executor-cores --queue --driver-java-options --driver-class-path --driver-library-path --jars --packages --exclude-packages
--repositories --files --archives --proxy-user --principal --keytab --kill --status --class --py-files'
flags='--supervise --verbose -v --load-spark-defaults --help -h --version'

refuse() {
  printf 'spark-submit: %s\n' "$1" >&2
  exit 64
}

# The option with the smallest edit distance from the one given.
nearest_option() {
  printf '%s\n' $value_options $flags | awk -v given="$1" '
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

is_one_of() { case " $(printf '%s ' $2) " in *" $1 "*) ;; *) return 1 ;; esac; }

# What a master is run by: embedded (in this process's place), connect (a Spark that runs already), spark (Spark's own spark-submit).
kind_of_master() {
  case $1 in
    embedded | embedded\[*\]) kind=embedded ;;
    sc://*) kind=connect ;;
    local | local\[*\] | spark://* | yarn | k8s://*) kind=spark ;;
    *) refuse "unknown master '$1'; there are embedded, sc://host:port, local[N], spark://host:port, yarn and k8s://url" ;;
  esac
}

need_spark() {
  [ -n "${SPARK_HOME:-}" ] || refuse "master '$master' needs Apache Spark: unpack Spark 4 and set SPARK_HOME to its folder"
  [ -x "$SPARK_HOME/bin/spark-submit" ] || refuse "SPARK_HOME is '$SPARK_HOME', which has no bin/spark-submit: set it to the folder of an unpacked Spark 4"
  PATH="${JAVA_HOME:+$JAVA_HOME/bin:}$PATH"
  command -v java >/dev/null || refuse "master '$master' needs Java: install a JDK 17 or 21, or set JAVA_HOME"
}

# The runner is compiled against the Spark that runs it, so each version of Spark has its own.
find_runner() {
  local sources core
  sources="$root/lib/DataPlatform.Engines.SparkConnect/Runner"
  core=$(cd "$SPARK_HOME/jars" 2>/dev/null && echo spark-core_*.jar)
  runner="$root/lib/DataPlatform.Engines.SparkConnect/bin/dataplatform-runner-${core#spark-core_}"
  [ -f "$runner" ] && [ -z "$(find "$sources" -newer "$runner" -print -quit)" ] && return
  command -v javac >/dev/null && command -v jar >/dev/null || refuse "the runner for Spark is not built yet, and javac or jar is missing: install a JDK 17 or 21, not a JRE"
  printf 'spark-submit: building the runner for %s\n' "${core%.jar}" >&2
  "$sources/build.sh" "$runner" >&2 || { printf 'spark-submit: the runner could not be built, so nothing was run\n' >&2; exit 1; }
}

# In cluster mode the driver may run anywhere, so all jobs and conf/ go there in one archive.
pack_platform() {
  local work
  [ ! -f "$1" ] || [ "$stamp" -nt "$1" ] || [ -n "$(find "$root/conf" "$runner" -newer "$1" -print -quit)" ] || return 0
  printf 'spark-submit: packing the jobs\n' >&2
  work=$(mktemp -d)
  (cd "$root" && dotnet publish jobs/All.proj -c Release -v quiet --nologo -nodeReuse:false -p:PublishDir="$work/jobs/") </dev/null >&2 9>&- &&
    jar --create --no-manifest --file "$work/jobs.zip" -C "$work/jobs" . && mv "$work/jobs.zip" "$1" || work=''
  rm -rf "$work"
  [ -n "$work" ] || { printf 'spark-submit: the jobs could not be packed, so nothing was run\n' >&2; exit 1; }
}

ship_platform() {
  local zip="$root/lib/DataPlatform.Hosting/bin/Release/dataplatform.zip"
  (
    ! command -v flock >/dev/null || flock 9
    pack_platform "$zip"
  ) 9>"$stamp.lock"
  archives="${archives:+$archives,}$zip#dataplatform"
  program=dataplatform/DataPlatform.Hosting.dll
}

# The job is looked at before a Spark is started for it: wrong usage ends here, and properties of conf/<environment>.json go to spark-submit.
look_at_job() {
  local properties status=0
  properties=$(dotnet "$platform" check "${at_root[@]}" "${submission[@]}" "$@") || status=$?
  if [ "$status" -ne 0 ]; then
    printf '%s\n' "$properties"
    exit "$status"
  fi
  while IFS= read -r property; do
    [ -z "$property" ] || spark=(--conf "$property" "${spark[@]}")
  done <<<"$properties"
}

# What Spark needs of Java's own packages. It opens them to the drivers that it starts itself, but not to those that the workers of a standalone cluster start.
open_packages() {
  local package
  for package in lang lang.invoke lang.reflect io net nio util util.concurrent util.concurrent.atomic; do printf -- '--add-opens=java.base/java.%s=ALL-UNNAMED ' "$package"; done
  for package in jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do printf -- '--add-opens=java.base/%s=ALL-UNNAMED ' "$package"; done
  printf -- '-Dio.netty.tryReflectionSetAccessible=true'
}

submit_to_spark() {
  local program=$platform hosting=(submit "${at_root[@]}")
  need_spark
  find_runner
  look_at_job "$@"
  if [ "$deploy_mode" = cluster ]; then
    ship_platform
    hosting=(submit)
    case $master in spark://*) spark+=(--driver-java-options "$(open_packages)${driver_java:+ $driver_java}") ;; esac
  elif [ -n "$properties_file" ]; then
    hosting+=(--properties-file "$properties_file")
  fi
  [ -z "$archives" ] || spark+=(--archives "$archives")
  [ -n "$name" ] || spark+=(--name "$1")
  unset SPARK_REMOTE
  exec "$SPARK_HOME/bin/spark-submit" --master "$master" --deploy-mode "$deploy_mode" "${spark[@]}" --class dataplatform.JobRunner "$runner" \
    "$program" "${hosting[@]}" "${common[@]}" "$@"
}

# Something that the build reads and that is newer than the last good build. Folders count too: theirs is the time of a deletion.
changed_since_build() {
  find "$root"/lib "$root"/jobs "$root"/Directory.* "$root"/global.json \
    \( -name bin -o -name obj \) -prune -o \
    -newer "$stamp" \( -type d -o -name '*.cs' -o -name '*.*proj' -o -name '*.props' -o -name '*.targets' -o -name '*.json' -o -name '*.java' \) \
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
  local log project
  log=$(mktemp)
  printf 'spark-submit: building\n' >&2
  # The stamp is as old as the start of the build, so that what is edited during it is built next time;
  # the folders that it will make are made before, so that they are not newer.
  for project in "$root"/lib/*/ "$root"/jobs/*/; do mkdir -p "${project}bin" "${project}obj"; done
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
at_root=(--root "$root")
common=()                # what the platform is told wherever it runs
driver=()                # what it is told where it is itself the driver
spark=()                 # what spark-submit is told
only_spark=''            # an option that means nothing without a driver of Spark
master='' master_of_conf='' master_of_file='' deploy_mode=client properties_file='' archives='' name='' driver_java='' order=''

while [ $# -gt 0 ]; do
  option=$1 value=''
  case $option in
    --help | -h) usage; exit 0 ;;
    --version) sed -n 's/.*<Version>\(.*\)<\/Version>.*/\1/p' "$root/Directory.Build.props"; exit 0 ;;
    --*=*) value=${option#*=}; option=${option%%=*}; shift ;;
    -*)
      if is_one_of "$option" "$flags"; then
        shift
      else
        is_one_of "$option" "$value_options" || refuse "unknown option '$option'; did you mean $(nearest_option "$option")?"
        [ $# -ge 2 ] || refuse "option $option needs a value"
        value=$2; shift 2
      fi ;;
    *) break ;;
  esac
  case $option in
    --master | --remote) kind_of_master "$value"; master=$value ;;
    --deploy-mode)
      [ "$value" = client ] || [ "$value" = cluster ] || refuse "--deploy-mode is client or cluster, not '$value'"
      deploy_mode=$value ;;
    --name) name=$value; common+=(--name "$value"); spark+=(--name "$value") ;;
    --conf | -c)
      case $value in
        spark.master=*) kind_of_master "${value#*=}"; master_of_conf=${value#*=} ;;
        spark.submit.deployMode=*) deploy_mode=${value#*=} ;;
        spark.driver.extraJavaOptions=*) driver_java=${value#*=}; spark+=(--conf "$value") ;;
        spark.*=*) common+=(--conf "$value"); spark+=(--conf "$value") ;;
        ?*=*) common+=(--conf "$value") ;;
        *) refuse "--conf '$value' is not KEY=VALUE" ;;
      esac ;;
    --properties-file)
      [ -r "$value" ] || refuse "properties file '$value' cannot be read"
      master_of_file=$(sed -n 's/^[[:space:]]*spark\.master[[:space:]]*[=:[:space:]][[:space:]]*\([^[:space:]]*\).*/\1/p' "$value")
      [ -z "$master_of_file" ] || kind_of_master "$master_of_file"
      properties_file=$value; driver+=(--properties-file "$value"); spark+=(--properties-file "$value") ;;
    --driver-memory) driver+=(--conf "spark.driver.memory=$value"); spark+=("$option" "$value") ;;
    --driver-cores) driver+=(--conf "spark.driver.cores=$value"); spark+=("$option" "$value") ;;
    --executor-memory | --executor-cores | --num-executors | --total-executor-cores | --queue | --driver-class-path | --driver-library-path)
      spark+=("$option" "$value") ;;
    --driver-java-options) driver_java=$value; spark+=("$option" "$value") ;;
    --supervise | --verbose | -v | --load-spark-defaults) spark+=("$option") ;;
    --archives) only_spark=$option; archives=$value ;;
    --jars | --packages | --exclude-packages | --repositories | --files | --proxy-user | --principal | --keytab) only_spark=$option; spark+=("$option" "$value") ;;
    --kill | --status) order=$option; spark+=("$option" "$value") ;;
    --class) refuse 'option --class has no use here: the job is the program' ;;
    --py-files) refuse 'option --py-files has no use here: jobs are .NET programs' ;;
    *) refuse "unknown option '$option'; did you mean $(nearest_option "$option")?" ;;
  esac
done

# Without a master the platform looks at SPARK_REMOTE, and otherwise runs in process.
master=${master:-${master_of_conf:-$master_of_file}}
kind=embedded
[ -z "$master" ] || kind_of_master "$master"

if [ -n "$order" ]; then
  [ "$kind" = spark ] || refuse "option $order needs the master of a cluster"
  need_spark
  exec "$SPARK_HOME/bin/spark-submit" --master "$master" "${spark[@]}"
fi

if [ "$kind" != spark ]; then
  [ "$deploy_mode" = client ] || refuse "--deploy-mode '$deploy_mode' needs the master of a cluster"
  [ -z "$only_spark" ] || refuse "option $only_spark needs a master of Spark with a driver of its own: local[N], spark://host:port, yarn or k8s://url"
fi
case $master in local*) [ "$deploy_mode" = client ] || refuse "--deploy-mode '$deploy_mode' needs the master of a cluster" ;; esac
[ $# -gt 0 ] || refuse 'no job was named; --help tells how'

[ "$kind" != spark ] || need_spark
need_sdk
build_when_needed
if [ "$kind" = spark ]; then
  submission=("${common[@]}" "${driver[@]}")
  submit_to_spark "$@"
fi
[ -z "$master" ] || common=(--master "$master" "${common[@]}")
exec dotnet "$platform" submit "${at_root[@]}" "${common[@]}" "${driver[@]}" "$@"
