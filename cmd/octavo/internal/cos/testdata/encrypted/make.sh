#!/bin/sh
# Makes the encrypted files out of plain.pdf, with qpdf 11: sh make.sh. Keys of 256 bits are random, so that their files differ each time.
set -e
cd "$(dirname "$0")"
make() {
	out=$1
	shift
	qpdf --static-id --static-aes-iv --allow-weak-crypto "$@" plain.pdf "$out.pdf"
}
make rc4-40           --encrypt '' owner 40 --
make rc4-128          --encrypt '' owner 128 --use-aes=n --
make rc4-128-filter   --encrypt '' owner 128 --force-V4 --
make aes-128          --encrypt '' owner 128 --use-aes=y --
make aes-128-metadata --encrypt '' owner 128 --use-aes=y --cleartext-metadata --
make aes-256          --encrypt '' owner 256 --
make aes-256-metadata --encrypt '' owner 256 --cleartext-metadata --
make aes-256-packed   --object-streams=generate --encrypt '' owner 256 --
make aes-256-r5       --encrypt '' owner 256 --force-R5 --
make locked-128       --encrypt user owner 128 --use-aes=y --
make locked-256       --encrypt user owner 256 --
