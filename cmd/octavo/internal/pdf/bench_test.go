package pdf

import (
	"io"
	"testing"

	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/typeset"
)

// book returns a synthetic book: justified lines of words with a page's furniture, five fonts, links and bookmarks.
func book(t testing.TB, pages int) *page.Document {
	words := []string{"the", "manager", "reminds", "people", "who", "they", "are", "before", "asking", "for", "anything",
		"of", "office", "flow", "and", "respect", "comes", "first,", "VAT", "Wave", "quiet", "strategy;", "difficult",
		"say", "less", "sooner.", "“To", "whom?”", "she", "asked", "customers", "in", "a", "theoretical", "close", "1984"}
	fonts := []*typeset.Face{regular(t), loadFont(t, "EBGaramond-Italic"), loadFont(t, "EBGaramond-SemiBold"),
		loadFont(t, "EBGaramond-SemiBoldItalic"), loadFont(t, "CourierPrime-Regular")}
	const size, measure = 10*pt + pt/2, 288 * pt
	doc := document()
	doc.Facing = true
	at := 0 // a plain walk through the words, so that the book is always the same
	for n := range pages {
		p := pageOf(run(fonts[1], 54*pt, 40*pt, 9*pt, "Write This Down", 0))
		for line := range 25 {
			text := ""
			for text == "" || width(run(fonts[0], 0, 0, size, text, 0)) < measure-20*pt {
				at = (at*7 + 11 + line) % 10_007
				text += words[at%len(words)] + " "
			}
			face := fonts[0]
			if line%9 == 8 {
				face = fonts[1+n%4]
			}
			r := run(face, 54*pt, 60*pt+page.Length(line)*14*pt, size, text[:len(text)-1], 0)
			spaces := page.Length(0)
			for _, g := range r.Glyphs {
				if r.Text[g.At] == ' ' {
					spaces++
				}
			}
			extra := (measure - width(r)) / max(spaces, 1)
			for i := range r.Glyphs {
				if r.Text[r.Glyphs[i].At] == ' ' {
					r.Glyphs[i].Advance += int32(extra)
				}
			}
			p.Items = append(p.Items, r)
		}
		if n%10 == 0 {
			p.Items = append(p.Items, &page.Anchor{Name: string(rune('A' + n)), X: 54 * pt, Y: 60 * pt})
			doc.Outline = append(doc.Outline, page.Bookmark{Title: "Chapter", Anchor: string(rune('A' + n))})
		}
		p.Items = append(p.Items, &page.Rule{X: 54 * pt, Y: 570 * pt, W: 72 * pt, H: pt / 2, Color: page.Black},
			&page.Link{X: 54 * pt, Y: 60 * pt, W: 40 * pt, H: 12 * pt, Anchor: "A"})
		doc.Pages = append(doc.Pages, p)
	}
	return doc
}

// BenchmarkWrite writes a book of 350 pages, about 600,000 glyphs and 100,000 words. Run it with -benchmem: the file
// goes nowhere, so what is allocated is what the writer needs.
func BenchmarkWrite(b *testing.B) {
	doc := book(b, 350)
	glyphs := 0
	for _, p := range doc.Pages {
		for _, item := range p.Items {
			if t, ok := item.(*page.Text); ok {
				glyphs += len(t.Glyphs)
			}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, doc, Plain); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(glyphs), "glyphs")
	b.ReportMetric(float64(len(write(b, doc))), "bytes")
}

// tag gives the book a structure as rich as that of a real one: a paragraph every three lines, a heading a page.
func tag(doc *page.Document) {
	doc.Root = &page.Node{Kind: page.NodeDocument}
	for _, p := range doc.Pages {
		sect := doc.Root.Add(page.NodeSect)
		node := sect.Add(page.NodeH1)
		n := 0
		for _, item := range p.Items[1:] { // but for the running head
			switch item := item.(type) {
			case *page.Text:
				if n++; n%3 == 2 {
					node = sect.Add(page.NodeParagraph)
				}
				item.Node = node
			case *page.Link:
				item.Node = node.Add(page.NodeLink)
			}
		}
	}
}

// BenchmarkWriteScreen writes the same book bare and tagged; with -cpu 1 the difference is what tagging costs. The bare
// one is packed as well, so that it is not the packing of links and bookmarks that is counted.
func BenchmarkWriteScreen(b *testing.B) {
	for _, name := range []string{"bare", "tagged"} {
		b.Run(name, func(b *testing.B) {
			doc := book(b, 350)
			if name == "tagged" {
				tag(doc)
			}
			for b.Loop() {
				if err := Write(io.Discard, doc, Screen); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(writeAs(b, doc, Screen))), "bytes")
		})
	}
}
