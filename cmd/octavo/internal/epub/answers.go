package epub

import (
	"archive/zip"
	"bytes"
	"path"
)

// Answer is a remark of a reader, and what became of it.
type Answer struct {
	Where   string // where its words stand now, in words
	Anchor  string // what that links to, "" for nothing
	Outcome string // what became of it, in a few words
	Words   string // those that it is on, "" for none
	Struck  bool   // they are to be deleted
	New     string // words to be put there
	Comment string // in quotation marks
	Why     string // what the author says to it
}

// answers returns the answers to a reader's remarks as a section of the page about the copy, "" for none. It has no rules of the
// style sheet, which is the same in all copies.
func (m *Master) answers(list []Answer) string {
	if len(list) == 0 {
		return ""
	}
	w := &m.words.Answers
	b := []byte("<section>\n<h2>")
	b = append(appendText(b, w.Title), "</h2>\n<p>"...)
	b = append(appendText(b, w.Thanks), "</p>\n<dl>\n"...)
	for i := range list {
		b = m.answer(b, &list[i])
	}
	return string(append(b, "</dl>\n</section>\n"...))
}

func (m *Master) answer(b []byte, a *Answer) []byte {
	b = append(append(appendText(append(b, "<dt>"...), a.Outcome), "</dt>"...), "<dd><p>"...)
	href := m.hrefs()[a.Anchor]
	if href != "" {
		b = append(appendText(append(b, `<a href="`...), href), `">`...)
	}
	b = appendText(b, clean(a.Where))
	if href != "" {
		b = append(b, "</a>"...)
	}
	b = append(b, "</p>"...)
	tag := "i"
	if a.Struck {
		tag = "del"
	}
	open := "<p>"
	for _, part := range []struct{ tag, text string }{{tag, a.Words}, {"ins", a.New}} {
		if text := clean(part.text); text != "" {
			b = append(appendText(append(b, open+"<"+part.tag+">"...), text), "</"+part.tag+">"...)
			open = " "
		}
	}
	if open != "<p>" {
		b = append(b, "</p>"...)
	}
	q := m.words.Quotes.Outer
	if text := clean(a.Comment); text != "" {
		b = append(appendText(append(b, "<p>"...), q.Open+text+q.Close), "</p>"...)
	}
	if text := clean(a.Why); text != "" {
		b = append(appendText(append(b, "<p><em>"...), text), "</em></p>"...)
	}
	return append(b, "</dd>\n"...)
}

// idsIn returns where the ids of pages are, as links from a page in the same folder.
func idsIn(files []*zip.File, pages [][]byte) map[string]string {
	out := map[string]string{}
	mark := []byte(` id="`)
	for i, text := range pages {
		if path.Ext(files[i].Name) != ".xhtml" {
			continue
		}
		for {
			_, rest, ok := bytes.Cut(text, mark)
			if !ok {
				break
			}
			id, after, _ := bytes.Cut(rest, []byte(`"`))
			if text = after; out[string(id)] == "" {
				out[string(id)] = path.Base(files[i].Name) + "#" + string(id)
			}
		}
	}
	return out
}
