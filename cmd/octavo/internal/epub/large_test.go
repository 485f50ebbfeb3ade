package epub

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/pagemap"
)

// catalogue returns a book of 5,000 entries in 300 files, with themes, subjects and relations, and its page map.
func catalogue() (*config.Config, *book.Book, *pagemap.Map) {
	const files, each = 300, 17
	c := fullConfig()
	c.Themes = nil
	for i := range 20 {
		c.Themes = append(c.Themes, config.Name{ID: fmt.Sprintf("theme-%d", i), Name: fmt.Sprintf("Theme %d", i)})
	}
	b, pages := &book.Book{Parts: []*book.Part{{}}}, &pagemap.Map{}
	words := strings.Fields("a quick sale is the one that nobody made but everybody remembers because somebody who asked for time got it")
	n := 0
	for i := range files {
		ch := &book.Chapter{Number: i + 1, ID: fmt.Sprintf("c%d", i), Title: text(fmt.Sprintf("Chapter %d", i+1))}
		page := pagemap.Page{Number: i + 1, Label: itoa(i + 1), Kind: pagemap.Chapter, ID: ch.ID, First: true}
		for range each {
			if n == 5000 {
				break
			}
			var maxim, gloss strings.Builder
			for k := range 10 {
				maxim.WriteString(words[(n*7+k*k*3+n/len(words))%len(words)] + " ")
			}
			for k := range 45 {
				gloss.WriteString(words[(n*5+k*11+k*k)%len(words)] + " ")
			}
			id := fmt.Sprintf("e%d", n)
			page.Anchors = append(page.Anchors, id)
			ch.Blocks = append(ch.Blocks, &book.Entry{Level: 2, ID: id, Kind: "meme", Maxim: text(maxim.String() + itoa(n)),
				Themes: []string{fmt.Sprintf("theme-%d", n%20), fmt.Sprintf("theme-%d", n%7)}, Audience: []string{"manager"},
				See: []string{fmt.Sprintf("e%d", (n*31+7)%5000)}, Index: []string{words[n%len(words)], words[n*3%len(words)] + ", " + words[n%5]},
				Gloss: []book.Block{say(gloss.String()), say(gloss.String())}})
			n++
		}
		b.Parts[0].Chapters = append(b.Parts[0].Chapters, ch)
		pages.Pages = append(pages.Pages, page)
	}
	return c, b, pages
}

// TestCatalogueMemory sees that writing a large book keeps little of it in memory.
func TestCatalogueMemory(t *testing.T) {
	c, b, pages := catalogue()
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var most uint64
	out := writerFunc(func(p []byte) (int, error) {
		runtime.ReadMemStats(&after)
		most = max(most, after.HeapAlloc)
		return len(p), nil
	})
	if err := Write(out, c, b, Assets{Pages: pages}); err != nil {
		t.Fatal(err)
	}
	if used := int64(most) - int64(before.HeapAlloc); used > 60<<20 {
		t.Errorf("writing took %d MB", used>>20)
	} else {
		t.Logf("writing took %.1f MB", float64(used)/(1<<20))
	}
}

type writerFunc func(p []byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func BenchmarkCatalogue(b *testing.B) {
	c, bk, pages := catalogue()
	a := houseAssets(b)
	a.Pages = pages
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(io.MultiWriter(&out), c, bk, a); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}
