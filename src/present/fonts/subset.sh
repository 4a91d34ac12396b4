#!/bin/sh
# Makes OpenSans-Regular.ttf and OpenSans-Semibold.ttf of this folder from the files of
# Debian's package fonts-open-sans 1.11-2; needs fonttools 4 (pyftsubset).
#
# Layout features are left out, so that the width of a text is the sum of its advances in
# every renderer, and the digits stay tabular.
set -eu
from=${1:-/usr/share/fonts/truetype/open-sans}
cd "$(dirname "$0")"
# Latin-1, Latin Extended-A, alpha beta gamma mu, thin space, dashes, quotes, daggers,
# ellipsis, per mille, bullet, minus, infinity, about, not equal, at most, at least.
unicodes='U+0020-007E,U+00A0-017F,U+03B1,U+03B2,U+03B3,U+03BC,U+2009,U+2012-2014'
unicodes="$unicodes,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+2030,U+2039,U+203A,U+2212"
unicodes="$unicodes,U+2260,U+2264,U+2265,U+221E,U+2248"
for weight in Regular Semibold; do
    SOURCE_DATE_EPOCH=0 pyftsubset "$from/OpenSans-$weight.ttf" --output-file="OpenSans-$weight.ttf" \
        --unicodes="$unicodes" --layout-features='' --drop-tables+=GPOS,GSUB,GDEF,kern,DSIG \
        --no-hinting --name-IDs='*' --name-languages='1033' --no-recalc-timestamp
done
