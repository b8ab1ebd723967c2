#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is needed, builds, makes a demo slide, finds its nuclei and opens it. Without a display it does the same
# work and says where the results lie.
set -euo pipefail
cd "$(dirname "$0")"
packaging/install-packages.sh
cmake --preset release > /dev/null
cmake --build --preset release
program=build/release/app
demo=build/demo
mkdir -p "$demo"
if [ ! -f "$demo/demo.tif" ]; then
  "$program/nucleoscope-cli" demo -o "$demo/demo.tif" --truth "$demo/truth.geojson" --size 4000x3000 --overwrite
fi
"$program/nucleoscope-cli" segment "$demo/demo.tif" -o "$demo/nuclei.geojson" --overwrite
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  status=0
  "$program/nucleoscope" "$demo/demo.tif" --nuclei "$demo/nuclei.geojson" || status=$?
  [ "$status" -eq 1 ] || exit "$status" # 1: nothing answers at the display that is named
fi
QT_QPA_PLATFORM=offscreen "$program/nucleoscope" "$demo/demo.tif" --snapshot "$demo/picture.png" --size 1600x1000 \
  --region 1200,900,1280,800 --nuclei "$demo/nuclei.geojson" --layers slide,outlines
echo "There is no display here. The slide, its nuclei and a picture lie in:"
echo "  $PWD/$demo/demo.tif"
echo "  $PWD/$demo/nuclei.geojson"
echo "  $PWD/$demo/picture.png"
