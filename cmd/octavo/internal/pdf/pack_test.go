package pdf

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/cos"
	"octavo/cmd/octavo/internal/page"
)

// A packed file holds the objects of the classic one under the same numbers, and is smaller.
func TestPack(t *testing.T) {
	doc := book(t, 40)
	root := &page.Node{Kind: page.NodeDocument}
	for _, p := range doc.Pages {
		for _, item := range p.Items {
			switch item := item.(type) {
			case *page.Text:
				item.Node = root.Add(page.NodeParagraph)
			case *page.Link:
				item.Node = root.Add(page.NodeLink)
			}
		}
	}
	doc.Root = root
	classic, packed := writeAs(t, doc, classicScreen()), writeAs(t, doc, Screen)
	if len(packed)*5 > len(classic)*3 {
		t.Errorf("%d bytes packed, %d not", len(packed), len(classic))
	}
	a, b := open(t, classic), open(t, packed)
	for n := 1; n < a.Size(); n++ {
		ref := cos.Ref{Number: n}
		x, y := a.Resolve(ref), b.Resolve(ref)
		if s, ok := x.(*cos.Stream); ok {
			r, _ := y.(*cos.Stream)
			if r == nil || !reflect.DeepEqual(s.Dict, r.Dict) || string(s.Raw()) != string(r.Raw()) {
				t.Fatalf("stream %d differs", n)
			}
		} else if x == nil || !reflect.DeepEqual(x, y) {
			t.Fatalf("object %d is %v, packed %v", n, x, y)
		}
	}
	if a.Size() < 3*objectsInStream {
		t.Errorf("only %d objects", a.Size())
	}
	if got := tool(t, packed, "qpdf", "--check", "FILE"); !strings.Contains(got, "No syntax or stream encoding errors") {
		t.Error(got)
	}
}

func open(t *testing.T, file []byte) *cos.File {
	t.Helper()
	f, err := cos.Open(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	if d := f.Damage(); len(d) > 0 {
		t.Fatal(d)
	}
	return f
}
