package pdf

import (
	"fmt"
	"iter"
	"slices"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/font"
	"octavo/cmd/octavo/internal/page"
)

// uses holds the resources that the pages of a document share, in the form that its profile asks for.
type uses struct {
	profile   *Profile
	second    *page.Ink // nil: the document has none
	tagged    bool
	frames    []frame    // by page
	cmyk, rgb []byte     // ICC profiles, compressed; nil: the profile has none
	fonts     []*fontUse // in order of first use
	pictures  []*pictureUse
	slots     []string // in order of first use
	forms     []int    // their objects
	anchors   map[string]place

	linkTexts   map[*page.Node]string // the words of each link
	linkY       page.Length           // of the last run of the link
	figures     map[*page.Node]string // the box of each figure
	annotations []annotation          // of the links that have a Node, as they stand in the file
	linkKey     int                   // the parent tree's key of the first of them

	copiesHaveOwn bool  // pages, and so what copies share is written anew for each
	ownPages      []int // the objects of a copy's own pages, whose frames come last
	shared        shared

	last      *fontUse // of the run added last
	byFont    map[*font.Font]int
	byPicture map[*page.Picture]int
	bySlot    map[string]int
}

// pictureUse is a picture used on some page.
type pictureUse struct {
	picture *page.Picture
	file    xobject
}

// place is a point on a page, in typeset's coordinates.
type place struct {
	page int // from 0
	x, y page.Length
}

// collect visits the document and the differences of its copies once, in order, so that whatever depends on the order
// of first use is the same in every run.
func collect(doc *page.Document, profile *Profile, copies []Copy) (*uses, error) {
	u := &uses{
		profile:   profile,
		second:    doc.Second,
		tagged:    profile.tagged && doc.Root != nil,
		frames:    frames(doc, profile.bleed),
		anchors:   map[string]place{},
		linkTexts: map[*page.Node]string{},
		figures:   map[*page.Node]string{},
		byFont:    map[*font.Font]int{},
		byPicture: map[*page.Picture]int{},
		bySlot:    map[string]int{},
		linkKey:   len(doc.Pages),
	}
	names := map[string]int{} // by picture
	for n, pg := range doc.Pages {
		if pg.Width <= 0 || pg.Height <= 0 {
			return nil, fmt.Errorf("page %d has no size", n+1)
		}
		for at, item := range page.Placed(pg.Items) {
			switch item := item.(type) {
			case *page.Text:
				if err := u.addText(item); err != nil {
					return nil, fmt.Errorf("page %d: %w", n+1, err)
				}
			case *page.Image:
				p := item.Picture
				if p == nil {
					return nil, fmt.Errorf("page %d: image without a picture", n+1)
				}
				if u.tagged && item.Node != nil {
					u.figures[item.Node] = string(u.frames[n].appendRect(nil, at.Bounds(page.Box{X: item.X, Y: item.Y, W: item.W, H: item.H})))
				}
				if _, ok := u.byPicture[p]; ok {
					continue
				}
				i, ok := names[p.Name]
				if !ok || p.Name == "" {
					i = len(u.pictures)
					names[p.Name] = i
					u.pictures = append(u.pictures, &pictureUse{picture: p})
				}
				u.byPicture[p] = i
			case *page.Slot:
				if _, ok := u.bySlot[item.Name]; !ok {
					u.bySlot[item.Name] = len(u.slots)
					u.slots = append(u.slots, item.Name)
				}
			case *page.Anchor:
				if _, ok := u.anchors[item.Name]; !ok {
					x, y := at.Point(item.X, item.Y)
					u.anchors[item.Name] = place{n, x, y}
				}
			}
		}
	}
	for _, c := range copies {
		for _, name := range u.slots {
			for _, item := range page.Placed(c.Slots[name]) {
				switch item := item.(type) {
				case *page.Text:
					if err := u.addText(item); err != nil {
						return nil, fmt.Errorf("slot %s of copy %s: %w", name, c.ID, err)
					}
				case *page.Rule, *page.Path:
				default:
					return nil, fmt.Errorf("slot %s of copy %s holds a %T, and may hold texts, rules and paths", name, c.ID, item)
				}
			}
		}
	}
	return u, u.collectOwn(copies)
}

// pageObject returns the object of a page.
func (u *uses) pageObject(pg int) int {
	if own := pg - len(u.frames) + len(u.ownPages); own >= 0 && len(u.ownPages) > 0 {
		return u.ownPages[own]
	}
	return pageObject(pg)
}

// addText records the glyphs of a run.
func (u *uses) addText(t *page.Text) error {
	if t.Font == nil || t.Size <= 0 {
		return fmt.Errorf("text %q at %s has no font or no size", t.Text, t.Pos)
	}
	if len(t.Glyphs) == 0 {
		return nil
	}
	if u.last == nil || u.last.font != t.Font {
		i, ok := u.byFont[t.Font]
		if !ok {
			i = len(u.fonts)
			u.byFont[t.Font] = i
			u.fonts = append(u.fonts, newFontUse(t.Font))
			if u.tagged {
				u.fonts[i].addSpace()
			}
		}
		u.last = u.fonts[i]
	}
	if u.tagged && t.Node != nil && t.Node.Kind == page.NodeLink {
		u.addLinkText(t)
	}
	for i, text := range clusters(t) {
		u.last.add(t.Glyphs[i].ID, text)
	}
	return nil
}

func (u *uses) assignCodes() error {
	var jobs []func() error
	for _, f := range u.fonts {
		jobs = append(jobs, f.assignCodes)
	}
	return inParallel(jobs)
}

// clusters maps each glyph's index to the text it carries. If a cluster has as many glyphs as characters, each glyph
// carries one character; otherwise, and in text that is written from the right, the first glyph carries all of the text: there
// readers take a mark that stands within its letter for a word of its own.
func clusters(t *page.Text) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		starts := starts(t)
		for i := 0; i < len(t.Glyphs); {
			j := i + 1
			for j < len(t.Glyphs) && t.Glyphs[j].At == t.Glyphs[i].At {
				j++
			}
			text := clusterText(t, i, j, starts)
			if j == i+1 {
				if !yield(i, text) {
					return
				}
				i = j
				continue
			}
			each := utf8.RuneCountInString(text) == j-i && starts == nil
			for ; i < j; i++ {
				n := len(text)
				if each {
					_, n = utf8.DecodeRuneInString(text)
				}
				if !yield(i, text[:n]) {
					return
				}
				text = text[n:]
			}
		}
	}
}

// starts returns where the clusters of a run begin that is not, or not all, written from the left to the right, in ascending order; nil
// for any other.
func starts(t *page.Text) []int32 {
	inOrder := true
	for i := 1; i < len(t.Glyphs) && inOrder; i++ { // not by slices.IsSortedFunc, which copies each glyph twice
		inOrder = t.Glyphs[i-1].At <= t.Glyphs[i].At
	}
	if inOrder {
		return nil
	}
	out := make([]int32, len(t.Glyphs))
	for i, g := range t.Glyphs {
		out[i] = g.At
	}
	slices.Sort(out)
	return out
}

// clusterText returns the text of the cluster that is glyphs i to j, up to where the next greater At begins.
func clusterText(t *page.Text, i, j int, starts []int32) string {
	size := len(t.Text)
	at := min(max(int(t.Glyphs[i].At), 0), size)
	end := size
	switch next, _ := slices.BinarySearch(starts, t.Glyphs[i].At+1); {
	case next < len(starts):
		end = int(starts[next])
	case starts == nil && j < len(t.Glyphs):
		end = int(t.Glyphs[j].At)
	}
	return t.Text[at:max(at, min(end, size))]
}
