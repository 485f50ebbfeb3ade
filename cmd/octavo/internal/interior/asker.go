package interior

import (
	"strconv"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/kinds"
	"octavo/cmd/octavo/internal/page"
)

// asker answers what the layout of a division asks about the rest of the book, and records the answers: as long as these are
// true, the division comes out the same.
type asker struct {
	in      *interior
	folios  map[string]string // by anchor
	answers map[question]any
}

// question is one that is not about a folio.
type question struct {
	about subject
	id    string // "" where the question is about the whole book
}

// subject is what a question is about.
type subject uint8

const (
	ofTarget    subject = iota // the words of what a link leads to: a target
	ofReference                // how text refers to an entry by its number: a string
	ofEntry                    // the entry with an id: a *book.Entry
	ofPicture                  // the picture of a file: a *page.Picture
	ofKinds                    // whether entries are of several kinds: a kinds.Several
	ofDigits                   // how many digits the largest number of an entry has: an int
)

// target is what a link leads to.
type target struct {
	words   string
	printed bool
}

// unknownFolio stands for a folio in the first round. Most folios are as wide.
const unknownFolio = "00"

// folio returns the folio of an anchor as of the last numbering.
func (in *interior) folio(id string) string {
	if f, ok := in.folios[id]; ok {
		return f
	}
	return unknownFolio
}

// answer answers a question.
func (in *interior) answer(q question) any {
	switch q.about {
	case ofTarget:
		words, printed := in.index.Target(q.id)
		return target{words, printed}
	case ofReference:
		if e := in.index.Entry(q.id); e != nil {
			return kinds.Reference(in.cfg, e)
		}
		return ""
	case ofEntry:
		return in.index.Entry(q.id)
	case ofPicture:
		return in.index.Pictures[q.id]
	case ofKinds:
		return kinds.Several(in.index.Several)
	case ofDigits:
		if in.index.Numbers == 0 {
			return 0
		}
		return len(strconv.Itoa(in.index.Numbers))
	}
	panic("interior: no such question")
}

// ask answers a question and records the answer.
func (a *asker) ask(about subject, id string) any {
	q := question{about, id}
	if answer, ok := a.answers[q]; ok {
		return answer
	}
	answer := a.in.answer(q)
	if a.answers == nil {
		a.answers = map[question]any{}
	}
	a.answers[q] = answer
	return answer
}

// folio returns the folio of an anchor, in the digits 0 to 9, as far as it is known.
func (a *asker) folio(id string) string {
	if f, ok := a.folios[id]; ok {
		return f
	}
	f := a.in.folio(id)
	if a.folios == nil {
		a.folios = map[string]string{}
	}
	a.folios[id] = f
	return f
}

// target reports whether a link to id leads anywhere on paper, and what its words are.
func (a *asker) target(id string) (words string, ok bool) {
	t := a.ask(ofTarget, id).(target)
	return t.words, t.printed
}

// reference returns how text refers to an entry that has a number, or "" for what has none.
func (a *asker) reference(id string) string { return a.ask(ofReference, id).(string) }

// entry returns the entry with an id, or nil.
func (a *asker) entry(id string) *book.Entry { return a.ask(ofEntry, id).(*book.Entry) }

// picture returns the picture of a file of the book, or nil.
func (a *asker) picture(path string) *page.Picture { return a.ask(ofPicture, path).(*page.Picture) }

// several reports whether entries are of several kinds.
func (a *asker) several() kinds.Several { return a.ask(ofKinds, "").(kinds.Several) }

// digits returns how many digits the largest number of an entry has: 0 where they have none.
func (a *asker) digits() int { return a.ask(ofDigits, "").(int) }
