#!/bin/bash
# Asks a real Apache Spark for the golden answers: record.sh [family...], all families when none is named. SPARK_HOME says which Spark; needs a JDK 17.
set -euo pipefail
: "${SPARK_HOME:?set SPARK_HOME to an unpacked Apache Spark 4.2 with the jars of Delta Lake 4.4}"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1} LC_ALL=C.UTF-8
javac -nowarn -encoding UTF-8 -cp "$SPARK_HOME/jars/*" -d "$build" "$here"/Recorder/*.java

opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent java.util.concurrent.atomic \
  sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
cd "$build"
mkdir "$build/scratch"
java "${opens[@]}" -Xmx1g -Djava.io.tmpdir="$build/scratch" -Duser.timezone=UTC -Dfile.encoding=UTF-8 -Dlog4j2.level=ERROR -cp "$build:$SPARK_HOME/conf:$SPARK_HOME/jars/*" \
  Recorder "$here" "$@" 2> "$build/log" || { cat "$build/log" >&2; exit 1; }
