package pdftext

import (
	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// span is a marked-content sequence that is open.
type span struct {
	from   int // its first letter
	text   string
	actual bool // text takes the place of what the codes of its letters say (ISO 32000-1, 14.9.4)
}

// maxSpans is how deep spans nest.
const maxSpans = 200

// open opens a span. Programs that print write most ligatures, and the signs that a review copy hides, with the text that they stand for.
func (r *reader) open(properties bool, s *content.Scanner) {
	if len(r.spans) >= maxSpans {
		return
	}
	next := span{from: len(r.letters)}
	if properties {
		var v cos.Value
		if s.Actual != nil {
			v = cos.String(s.Actual)
		} else if !s.Dict && s.Names > 1 {
			v = r.File.Dict(r.File.Dict(r.resources["Properties"])[cos.Name(s.Name)])["ActualText"]
		}
		if v != nil && !r.replacing() {
			next.text, next.actual = r.File.Text(v)
		}
	}
	r.spans = append(r.spans, next)
}

// replacing reports whether letters are shown for which another text stands.
func (r *reader) replacing() bool {
	for i := range r.spans {
		if r.spans[i].actual {
			return true
		}
	}
	return false
}

// close closes the innermost span. A text that stands for several letters is shared out among them.
func (r *reader) close() {
	n := len(r.spans)
	if n == 0 {
		return
	}
	last := r.spans[n-1]
	r.spans = r.spans[:n-1]
	if !last.actual {
		return
	}
	letters, text := r.letters[min(last.from, len(r.letters)):], []rune(last.text)
	for i := range letters {
		letters[i].Text = clean(string(text[i*len(text)/len(letters) : (i+1)*len(text)/len(letters)]))
	}
}
