package typeset

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// TestSettle sets paragraphs in each of their ways, before and after all other breakpoints have been dropped, while other paragraphs use
// the memory that they had.
func TestSettle(t *testing.T) {
	h, _ := hyphenatorOf(t, "en-US", "en-gb.txt.gz", false)
	face, italic := testFont(t, "EBGaramond-Regular"), testFont(t, "EBGaramond-Italic")
	texts := []string{"", "One.", strings.Repeat("The incomprehensible establishment of a word, and what came of it. ", 12),
		strings.Repeat("W", 90) + " " + strings.Repeat("https://example.org/a/long/address ", 4), "in-\u00ADvis\u00ADible " + strings.Repeat("mother-in-law ", 30)}
	sets := []Setting{{Hyphenator: h, Letterfit: 11}, {Align: RaggedRight, Hyphenator: h}, {Align: Centered, Balanced: true},
		{Hyphenator: h, Insets: []page.Length{30 * page.Pt, 30 * page.Pt}}}
	for _, text := range texts {
		for i, set := range sets {
			set.Measure = 230 * page.Pt
			inlines := []Inline{&Span{Text: text, Font: face, Size: 11 * page.Pt, Note: 1}, &Span{Text: " and the end", Font: italic, Size: 11 * page.Pt, Note: 2}}
			p := NewParagraph(inlines, set)
			ways := p.Ways(1)
			type setAs struct {
				lines      []Line
				hyphenated []bool
				notes      [][]int
			}
			as := func(b Breaks) setAs {
				out := setAs{p.Lines(b), p.Hyphenated(b), p.Notes(b)}
				for k := range out.lines {
					out.lines[k].para = nil
				}
				return out
			}
			var want []setAs
			for _, b := range ways {
				want = append(want, as(b))
			}
			settled := p.Settle(ways)
			NewParagraph([]Inline{&Span{Text: strings.Repeat("else ", 400), Font: italic, Size: 9 * page.Pt}}, set).Ways(1)
			for k, b := range settled {
				if got := as(b); !reflect.DeepEqual(got, want[k]) {
					t.Errorf("%.20q, setting %d: way %d of %d comes out otherwise", text, i, k, len(ways))
				}
			}
			if again := p.Settle(settled); !reflect.DeepEqual(as(again[0]), want[0]) {
				t.Errorf("%.20q, setting %d: settled twice it comes out otherwise", text, i)
			}
		}
	}
}

// TestWordTable has goroutines look up and add the same words at once: each finds one word for a text and its features, and no other.
func TestWordTable(t *testing.T) {
	var table wordTable
	find := func(text string, fs font.Features) *shapedWord {
		hash := hashOf(text, fs) & 0xff // so that many begin at one place
		if w := table.find(hash, text, fs); w != nil {
			return w
		}
		return table.add(&shapedWord{text: text, features: fs, hash: hash})
	}
	const words, goers = 3000, 8
	found := make([][]*shapedWord, goers)
	var all sync.WaitGroup
	for g := range goers {
		all.Go(func() {
			for i := range words {
				found[g] = append(found[g], find(fmt.Sprint("word", i/2), font.Features(i%2)))
			}
		})
	}
	all.Wait()
	for i := range words {
		for g := range goers {
			if w := found[g][i]; w != found[0][i] || w.text != fmt.Sprint("word", i/2) || w.features != font.Features(i%2) {
				t.Fatalf("word %d is %q %d for goroutine %d", i, w.text, w.features, g)
			}
		}
	}
	n := 0
	for range table.all() {
		n++
	}
	if n != words {
		t.Errorf("there are %d words, want %d", n, words)
	}
}
