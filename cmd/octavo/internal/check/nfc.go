package check

import (
	"slices"
	"strconv"

	"golang.org/x/text/unicode/norm"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/parallel"
)

// textNFC reports, once a file, text that is not in normalisation form C: letters and accents that Unicode has as one
// character should be one, or searches miss them and fonts set them badly.
func textNFC(f *facts) {
	sources := append(slices.Clip(f.book.Sources), f.cfg.Source)
	found := make([]diag.List, len(sources))
	parallel.Each(len(sources), func(i int) {
		if sources[i] != nil {
			found[i] = f.kept.normal(sources[i], f)
		}
	})
	f.list = append(f.list, slices.Concat(found...)...)
}

// notNFC reports the text of a file that is not in form C.
func notNFC(f *facts, src *diag.Source) {
	count, first, end := 0, 0, 0
	var edits []diag.Edit
	for at := 0; at < len(src.Text); {
		at += norm.NFC.QuickSpan(src.Text[at:])
		if at >= len(src.Text) {
			break
		}
		n := norm.NFC.NextBoundary(src.Text[at:], true)
		if n <= 0 {
			break
		}
		if !norm.NFC.IsNormal(src.Text[at : at+n]) {
			if count == 0 {
				first, end = at, at+n
			}
			count++
			edits = append(edits, diag.Edit{At: at, End: at + n, Text: norm.NFC.String(string(src.Text[at : at+n]))})
		}
		at += n
	}
	if count == 0 {
		return
	}
	d := f.report(diag.Pos{Source: src, Offset: first}, "accent as a character of its own: %s is not in Unicode's form C",
		strconv.QuoteToASCII(string(src.Text[first:end]))).To(end)
	if d.Edits = edits; count > 1 {
		d.Note("%d places like this one in the file", count)
	}
	d.Note("type the letter again (%s), or normalise the file to NFC in an editor", norm.NFC.String(string(src.Text[first:end])))
}
