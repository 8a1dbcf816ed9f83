#!/usr/bin/env bash
# Builds the runner's jar against the jars of SPARK_HOME: build.sh TARGET.jar
set -euo pipefail
target=$(readlink -m "$1")
sources=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
javac -nowarn -XDignore.symbol.file -encoding UTF-8 -d "$work/classes" -cp "${SPARK_HOME:?}/jars/*" "$sources"/*.java
mkdir -p "$(dirname "$target")"
jar --create --file "$work/runner.jar" -C "$work/classes" .
# In one step, so that nobody sees half a jar.
mv "$work/runner.jar" "$target.$$" && mv "$target.$$" "$target"
