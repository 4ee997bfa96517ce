#!/usr/bin/env bash
# What one pack of one council costs from the start to the end of its process, in CPU seconds (user and system) of all that it starts:
# by plain "java -jar", with the JDK of JAVA_HOME, and by the launcher, in turn. Prints each round, the least of each and their ratio.
#   JAVA_HOME=… src/test/sh/starting.sh [ROUNDS [COMMAND…]]     run improvement-board when no command is said
set -euo pipefail
cd "$(dirname "$0")/../../.."
: "${JAVA_HOME:?names the JDK 25 to measure with}"
rounds=${1:-5}
shift || true
[ $# -gt 0 ] || set -- run improvement-board --as-at 2026-03-31
place=$PWD/target/starting
export PACKHORSE_HOME=$place/home
rm -rf "$place"
mkdir -p "$PACKHORSE_HOME"
cp -R report-templates schedules "$PACKHORSE_HOME"
PACKHORSE_QUICKER_STARTS=now ./packhorse demo --out "$place/demo" > "$place/demo.log" 2>&1

made=0
# Runs these words and sets `spent`. A pack goes into a folder of its own each time, so that it is published each time.
run() {
	made=$((made + 1))
	local words=("$@")
	case " ${words[*]} " in *" run "*) words+=(--out "$place/out/$made") ;; esac
	TIMEFORMAT='%U %S'
	{ time "${words[@]}" > "$place/last.log" 2> "$place/last.err"; } 2> "$place/time" ||
		{ cat "$place/last.err" >&2; exit 1; }
	spent=$(awk '{ printf "%.2f", $1 + $2 }' "$place/time")
}

plain=() quick=()
for round in $(seq "$rounds"); do
	run "$JAVA_HOME/bin/java" -jar target/packhorse.jar "$@"
	plain+=("$spent")
	run ./packhorse "$@"
	quick+=("$spent")
	echo "round $round: java -jar ${plain[-1]} s, ./packhorse ${quick[-1]} s"
done
least() {
	printf '%s\n' "$@" | sort -n | head -1
}
awk -v plain="$(least "${plain[@]}")" -v quick="$(least "${quick[@]}")" \
	'BEGIN { printf "least: java -jar %.2f s, ./packhorse %.2f s, ratio %.2f\n", plain, quick, quick / plain }'
