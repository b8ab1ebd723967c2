#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds and runs all tests; then the engine's tests under the sanitizers. Warnings are errors.
set -euo pipefail
cd "$(dirname "$0")"
packaging/install-packages.sh
cmake --preset asan > /dev/null
cmake --build --preset asan
ctest --preset asan -j2
cmake --preset dev > /dev/null
cmake --build --preset dev
ctest --preset dev -j2
