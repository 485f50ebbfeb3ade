package book

import (
	"fmt"
	"strings"
	"testing"
)

// numberedBook has figures and tables in two chapters with numbers and one without, and links to them.
func numberedBook(id string) *Book {
	words := func(s string) []Inline { return []Inline{&Text{Value: s}} }
	figure := func(id, caption string) *Figure { return &Figure{ID: id, Image: &Image{}, Caption: words(caption)} }
	link := func(id string) *Link { return &Link{Target: id} }
	say := func(text ...Inline) *Paragraph { return &Paragraph{Text: text} }
	text := func(s string) *Text { return &Text{Value: s} }
	return &Book{
		Front: []*Chapter{{Blocks: []Block{figure("", "Before")}}},
		Parts: []*Part{{Chapters: []*Chapter{
			{Blocks: []Block{figure(id, "A door"), &Figure{ID: "bare", Image: &Image{}},
				say(link("door"), text(" opens. See also "), link("door"), text(" (and "), link("door"), text("). "), link("door"), text(" e.g. "), link("door"),
					text(" Dr. "), link("door"), text(" said “it.” "), &Emph{Text: []Inline{link("door")}}, text(" "), link("bare"), text(" "), &Link{Target: "door", Text: words("own")})}},
			{Blocks: []Block{&List{Items: []*Item{{Blocks: []Block{figure("", "A hinge"), &Table{ID: "kinds", Caption: words("Kinds")}}}}},
				&Entry{Status: Draft, Gloss: []Block{figure("draft", "A draft")}}, &Entry{Gloss: []Block{figure("", "A handle")}}}},
		}}},
	}
}

func TestNumberFigures(t *testing.T) {
	numbers := func(b *Book) string {
		var out []string
		for _, tables := range []bool{false, true} {
			for _, c := range b.Captioned(tables) {
				out = append(out, fmt.Sprintf("%s=%s", PlainText(c.Caption), c.Number))
			}
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		id   string
		how  Counting
		want string
	}{
		{"", Counting{}, "Before= A door= A hinge= A handle= Kinds=1"},
		{"door", Counting{}, "Before=1 A door=2 A hinge=3 A handle=4 Kinds=1"},
		{"door", Counting{Figures: NoFigureNumbers, Tables: NoFigureNumbers}, "Before= A door= A hinge= A handle= Kinds="},
		{"", Counting{Figures: FiguresOfBook}, "Before=1 A door=2 A hinge=3 A handle=4 Kinds=1"},
		{"", Counting{Figures: FiguresOfChapter, Tables: FiguresOfChapter}, "Before=1 A door=1.1 A hinge=2.1 A handle=2.2 Kinds=2.1"},
	} {
		b := numberedBook(c.id)
		if b.Count(c.how); numbers(b) != c.want {
			t.Errorf("%q %+v: %s, want %s", c.id, c.how, numbers(b), c.want)
		}
	}
}

// TestRefer tells links where they lead, which begin a sentence and which stand in parentheses.
func TestRefer(t *testing.T) {
	b := numberedBook("door")
	b.Count(Counting{NoSentenceEnd: map[string]bool{"Dr.": true}, ListFigures: true})
	got := ""
	WalkInlines(b.Parts[0].Chapters[0].Blocks[2].(*Paragraph).Text, func(in Inline) {
		if l, ok := in.(*Link); ok {
			if l.To == nil {
				got += "- "
				return
			}
			got += fmt.Sprintf("%s,%t,%t ", l.To.Number, l.Opens, l.Within)
		}
	})
	if want := "2,true,false 2,false,false 2,false,true 2,true,false 2,false,false 2,false,false 2,true,false - - "; got != want {
		t.Errorf("links lead to\n%s, want\n%s", got, want)
	}
	ids := ""
	for _, c := range b.Captioned(false) {
		ids += c.ID + " "
	}
	if want := "octavo.figure.1 door octavo.figure.3 octavo.figure.4 "; ids != want {
		t.Errorf("ids %s, want %s", ids, want)
	}
}
