package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/page"
)

// fileParts is a file of ours taken apart: its objects without their streams, and the streams of its pages unpacked.
type fileParts struct {
	objects map[int]string
	pages   []int // their objects
	streams []string
}

func takeApart(t *testing.T, file []byte) *fileParts {
	t.Helper()
	p := &fileParts{objects: map[int]string{}}
	streams := map[int][]byte{}
	for _, m := range regexp.MustCompile(`(?m)^(\d+) 0 obj\n`).FindAllSubmatchIndex(file, -1) {
		n, _ := strconv.Atoi(string(file[m[2]:m[3]]))
		body := file[m[1]:]
		body = body[:bytes.Index(body, []byte("\nendobj\n"))]
		dict, stream, _ := bytes.Cut(body, []byte("\nstream\n"))
		if _, twice := p.objects[n]; !twice { // what looks like an object in a stream comes after it
			p.objects[n], streams[n] = string(dict), stream
		}
	}
	kids := between(p.objects[pagesObject], "/Kids[", "]")
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(kids, -1) {
		n, _ := strconv.Atoi(m[1])
		p.pages = append(p.pages, n)
		content, _ := strconv.Atoi(between(p.objects[n], "/Contents ", " "))
		p.streams = append(p.streams, string(inflate(t, bytes.TrimSuffix(streams[content], []byte("\nendstream")))))
	}
	return p
}

// between returns what stands between two strings, "" when they are not there.
func between(s, from, to string) string {
	_, after, ok := strings.Cut(s, from)
	if !ok {
		return ""
	}
	inner, _, _ := strings.Cut(after, to)
	return inner
}

// classicScreen returns Screen with all objects in plain sight.
func classicScreen() Profile {
	p := Screen
	p.packed = false
	return p
}

// tagged returns a document of two pages with something of everything that has a structure.
func tagged(t testing.TB) *page.Document {
	f := regular(t)
	root := &page.Node{Kind: page.NodeDocument}
	sect := root.Add(page.NodeSect)
	sect.Title = "One"
	heading, para := sect.Add(page.NodeH1), sect.Add(page.NodeParagraph)
	note := sect.Add(page.NodeNote)
	sect.Add(page.NodeParagraph) // without content
	reference := para.Add(page.NodeReference)
	link := reference.Add(page.NodeLink)
	figure := sect.Add(page.NodeFigure)
	figure.Alt = "an arrow"
	table := sect.Add(page.NodeTable)
	head, row := table.Add(page.NodeRow), table.Add(page.NodeRow)
	th := head.Add(page.NodeHeaderCell)
	th.Scope = "Column"
	row.Add(page.NodeCell) // empty, but a cell
	sect.Add(page.NodeTable).Add(page.NodeRow).Add(page.NodeCell)
	list := sect.Add(page.NodeList)
	list.Labels = "Decimal"
	item := list.Add(page.NodeItem)
	label, body := item.Add(page.NodeLabel), item.Add(page.NodeItemBody)

	text := func(x, y page.Length, words string, node *page.Node) *page.Text {
		r := run(f, x*pt, y*pt, 10*pt, words, 0)
		r.Node = node
		return r
	}
	picture := &page.Picture{Name: "arrow.png", Format: "png", Data: encodePNG(t, arrow(false))}
	first := pageOf(
		text(54, 30, "Running head", nil),
		text(300, 30, "7", nil),
		&page.Anchor{Name: "top", X: 54 * pt, Y: 60 * pt},
		text(54, 80, "Heading", heading),
		text(54, 100, "Words of a", para),
		text(54, 114, "para\u00AD", para),
		text(54, 128, "graph", para),
		text(80, 128, "1", link),
		&page.Link{X: 80 * pt, Y: 120 * pt, W: 6 * pt, H: 10 * pt, Anchor: "note", Node: link},
		text(90, 128, "go on", para),
		&page.Rule{X: 54 * pt, Y: 300 * pt, W: 72 * pt, H: pt, Color: page.Black},
		&page.Anchor{Name: "note", X: 54 * pt, Y: 310 * pt},
		text(54, 320, "1. A note", note),
	)
	second := pageOf(
		text(54, 80, "and end.", para),
		&page.Image{X: 60 * pt, Y: 100 * pt, W: 50 * pt, H: 40 * pt, Picture: picture, Node: figure},
		text(54, 160, "Column", th),
		text(54, 200, "1.", label),
		text(70, 200, "item", body),
		text(54, 600, "foot", nil),
	)
	doc := document(first, second)
	doc.Root = root
	return doc
}

func TestStructure(t *testing.T) {
	file := writeAs(t, tagged(t), classicScreen())
	checkStructure(t, file)
	p := takeApart(t, file)

	// The content: neighbours of one Node are one sequence, and every piece of ink is in one.
	var marks []string
	for _, s := range p.streams {
		s = regexp.MustCompile(`(?s)\((?:\\.|[^\\()])*\)`).ReplaceAllString(s, "()")
		for _, m := range regexp.MustCompile(`(?s)/(\w+)<<([^>]*)>>BDC\n(.*?)EMC\n`).FindAllStringSubmatch(s, -1) {
			marks = append(marks, m[1]+m[2])
			if strings.Contains(m[3], "BDC") || strings.Count(m[3], "BT\n") != strings.Count(m[3], "ET\n") {
				t.Errorf("a sequence that is not nested: %s", m[3])
			}
		}
		outside := regexp.MustCompile(`(?s)BDC\n.*?EMC\n`).ReplaceAllString(s, "")
		if regexp.MustCompile(`TJ|Do| f\n| S\n| B\n`).MatchString(outside) {
			t.Errorf("ink outside of all sequences: %s", outside)
		}
	}
	want := `Artifact/Type/Pagination/Subtype/Header
H1/MCID 0
P/MCID 1
Link/MCID 2
P/MCID 3
Artifact/Type/Layout
Note/MCID 4
P/MCID 0
Figure/MCID 1
TH/MCID 2
Lbl/MCID 3
LBody/MCID 4
Artifact/Type/Pagination/Subtype/Footer`
	if got := strings.Join(marks, "\n"); got != want {
		t.Errorf("the content is\n%s\nwant\n%s", got, want)
	}

	// The tree: what has no content is not there, but for cells of a table that has some; each element knows its parent.
	var catalog string
	for _, o := range p.objects {
		if strings.HasPrefix(o, "<</Type/Catalog") {
			catalog = o
		}
	}
	var root int
	fmt.Sscanf(between(catalog, "/StructTreeRoot ", "R"), "%d 0", &root)
	if !strings.Contains(catalog, "/MarkInfo<</Marked true>>") || root == 0 {
		t.Fatalf("the catalog knows of no structure: %s", catalog)
	}
	var tree strings.Builder
	at := map[int]string{} // tags from the root, by object
	var walk func(n int, path string)
	walk = func(n int, path string) {
		head, kids, _ := strings.Cut(strings.TrimSuffix(p.objects[n], ">>"), "/K")
		tag := regexp.MustCompile(`^<</S/(\w+)`).FindStringSubmatch(head)[1]
		path += "/" + tag
		at[n] = path
		fmt.Fprintf(&tree, "%s%s", path, regexp.MustCompile(`^<</S/\w+/P \d+ 0 R|/Pg \d+ 0 R`).ReplaceAllString(head, ""))
		var children []int
		for _, k := range regexp.MustCompile(`(\d+) 0 R|<<.*?>>|\d+`).FindAllStringSubmatch(kids, -1) {
			if k[1] == "" {
				fmt.Fprintf(&tree, " %s", k[0])
				continue
			}
			child, _ := strconv.Atoi(k[1])
			tree.WriteString(" ·")
			children = append(children, child)
			if !strings.Contains(p.objects[child], fmt.Sprintf("/P %d 0 R", n)) {
				t.Errorf("%d is not the parent of %s", n, p.objects[child])
			}
		}
		tree.WriteByte('\n')
		for _, c := range children {
			walk(c, path)
		}
	}
	var top, annotation, parents int
	fmt.Sscanf(between(p.objects[root], "/K ", "R"), "%d 0", &top)
	fmt.Sscanf(between(p.objects[p.pages[0]], "/Annots[", "R"), "%d 0", &annotation)
	fmt.Sscanf(between(p.objects[root], "/ParentTree ", "R"), "%d 0", &parents)
	walk(top, "")
	want = fmt.Sprintf(`/Document ·
/Document/Sect/T(One) · · · · · ·
/Document/Sect/H1 0
/Document/Sect/P 1 · 3 <</Type/MCR/Pg %d 0 R/MCID 0>>
/Document/Sect/P/Reference ·
/Document/Sect/P/Reference/Link 2 <</Type/OBJR/Obj %d 0 R>>
/Document/Sect/Note/ID(note000001) 4
/Document/Sect/Figure/Alt(an arrow)/A<</O/Layout/BBox[60 472 110 512]>> 1
/Document/Sect/Table · ·
/Document/Sect/Table/TR ·
/Document/Sect/Table/TR/TH/A<</O/Table/Scope/Column>> 2
/Document/Sect/Table/TR ·
/Document/Sect/Table/TR/TD
/Document/Sect/L/A<</O/List/ListNumbering/Decimal>> ·
/Document/Sect/L/LI · ·
/Document/Sect/L/LI/Lbl 3
/Document/Sect/L/LI/LBody 4
`, p.pages[1], annotation)
	if got := tree.String(); got != want {
		t.Errorf("the tree is\n%swant\n%s", got, want)
	}

	// The way back.
	back := regexp.MustCompile(`\d+ 0 R`).ReplaceAllStringFunc(p.objects[parents], func(r string) string {
		n, _ := strconv.Atoi(strings.TrimSuffix(r, " 0 R"))
		return at[n][strings.LastIndexByte(at[n], '/'):]
	})
	if want := "<</Nums[0[/H1 /P /Link /P /Note]1[/P /Figure /TH /Lbl /LBody]2 /Link]>>"; back != want {
		t.Errorf("the parents are %s, want %s", back, want)
	}
	for what, want := range map[string]string{
		"parents of the page": "/StructParents 0/", "order of the tabulator": "/Tabs/S",
	} {
		if !strings.Contains(p.objects[p.pages[0]]+"/", want) {
			t.Errorf("%s: no %s", what, want)
		}
	}
	for what, want := range map[string]string{
		"parent of the link": "/StructParent 2/", "words of the link": "/Contents(1)", "printed": "/F 4/",
	} {
		if !strings.Contains(p.objects[annotation], want) {
			t.Errorf("%s: no %s", what, want)
		}
	}
	if !bytes.Contains(file, []byte("<pdfuaid:part>1</pdfuaid:part>")) {
		t.Error("the metadata do not say PDF/UA-1")
	}
}

// What a reader of the structure hears: words whole and parted, in the order of the tree.
func TestStructureText(t *testing.T) {
	file := writeAs(t, tagged(t), classicScreen())
	if got := tool(t, file, "pdfinfo", "FILE"); !regexp.MustCompile(`Tagged: +yes`).MatchString(got) {
		t.Error(got)
	}
	got := tool(t, file, "pdfinfo", "-struct-text", "FILE")
	words := strings.Join(strings.Fields(strings.Join(regexp.MustCompile(`"(.*?)"`).FindAllString(got, -1), "")), " ")
	words = strings.ReplaceAll(strings.ReplaceAll(words, `"`, ""), "\u00AD", "")
	for _, want := range []string{"Words of a paragraph", "and end."} {
		if !strings.Contains(words, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
	if strings.Contains(words, "Running") || strings.Contains(words, "foot") {
		t.Errorf("an artifact is read: %s", got)
	}
}

// A folio may begin right where the page's last line ends, a line lower; the words around the turn stay apart. A raised
// figure stays with its word.
func TestPageTurn(t *testing.T) {
	f := regular(t)
	doc := document()
	doc.Root = &page.Node{Kind: page.NodeDocument}
	node := doc.Root.Add(page.NodeParagraph)
	last := run(f, 200*pt, 590*pt, 10*pt, "at the", 0)
	last.Node = node
	next := run(f, 54*pt, 60*pt, 10*pt, "turn", 0)
	raised := run(f, 54*pt+width(next), 60*pt-35*pt/10, 7*pt, "2", 0)
	next.Node, raised.Node = node, node
	doc.Pages = []*page.Page{pageOf(last, run(f, 200*pt+width(last), 604*pt, 10*pt, "12", 0)), pageOf(next, raised)}
	got := tool(t, writeAs(t, doc, Screen), "pdfinfo", "-struct-text", "FILE")
	words := strings.NewReplacer(`"`, "", "\n", "").Replace(got)
	if !regexp.MustCompile(`at the +turn *2`).MatchString(words) {
		t.Errorf("%q", got)
	}
	if !strings.Contains(got, "turn2") && !regexp.MustCompile(`turn"\s+"2`).MatchString(got) {
		t.Errorf("the raised figure is parted: %q", got)
	}
}

// Only Screen tags, and only what has a structure; the other profiles have the same pages without a mark.
func TestUntagged(t *testing.T) {
	for _, profile := range []Profile{Plain, KDP, Ingram} {
		if file := writeAs(t, tagged(t), profile); regexp.MustCompile(`StructTree|MarkInfo|StructParent|pdfuaid:part`).Match(file) {
			t.Errorf("%s is tagged", profile.Name)
		} else if s := takeApart(t, file).streams[0]; strings.Contains(s, "BDC") {
			t.Errorf("%s has marks: %s", profile.Name, s)
		}
	}
	if file := writeAs(t, small(t), Screen); bytes.Contains(file, []byte("StructTreeRoot")) {
		t.Error("a document without a structure is tagged")
	}
}

func TestStructureLanguage(t *testing.T) {
	doc := tagged(t)
	para := doc.Root.Children[0].Children[1]
	span := para.Add(page.NodeSpan)
	span.Lang = "fr-CA"
	text := run(regular(t), 54*pt, 400*pt, 10*pt, "mot", 0)
	text.Node = span
	doc.Pages[0].Items = append(doc.Pages[0].Items, text)
	file := writeAs(t, doc, classicScreen())
	checkStructure(t, file)
	if !regexp.MustCompile(`/S/Span[^>]*/Lang\(fr-CA\)`).Match(file) {
		t.Errorf("no element says that it is in French: %s", regexp.MustCompile(`.*/S/Span.*`).FindAll(file, -1))
	}
}

// Content must hang in the tree: a forgotten branch would be lost to those who cannot see.
func TestStructureErrors(t *testing.T) {
	for want, forget := range map[string]func(*page.Document){
		"page 1: content of a node (H1)": func(doc *page.Document) {
			sect := doc.Root.Children[0]
			sect.Children = sect.Children[1:]
		},
		"page 1: a link's node": func(doc *page.Document) {
			for _, item := range doc.Pages[0].Items {
				if l, ok := item.(*page.Link); ok {
					l.Node = &page.Node{Kind: page.NodeLink}
				}
			}
		},
	} {
		doc := tagged(t)
		forget(doc)
		if err := Write(&bytes.Buffer{}, doc, Screen); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}
