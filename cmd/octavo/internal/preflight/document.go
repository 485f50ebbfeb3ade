package preflight

import (
	"fmt"
	"slices"

	"octavo/cmd/octavo/internal/content"
	"octavo/cmd/octavo/internal/cos"
)

// Document holds what Read found in a file.
type Document struct {
	file     *cos.File
	size     int
	version  string // the header's, or the catalog's if that is newer
	catalog  cos.Dict
	pages    []*page
	pageRefs []cos.Ref // of pages; the zero Ref for one that is not an indirect object
	streams  *content.Streams

	fonts        []*font
	families     [3][familyCount]where // colours by use: text, lines and areas, pictures
	textTint     where                 // text in less than full black
	textChroma   where                 // text in a colour: a second ink
	textRich     where                 // black text of several inks
	ink          float64               // the most ink of all colours together, in percent
	inkAt        where
	pictures     []*usedPicture
	transparency map[string]*where // by cause
	thin         []line            // lines thinner than a point, by page
	smallest     []smallType       // text smaller than 9 pt, by page
	untagged     where             // marked content that is neither in the structure nor an artifact
	annotations  map[cos.Name]*where
	inTrim       where // annotations that touch the trimmed page
	homeless     where // annotations outside the structure
	actions      map[string]*where
	postscript   where
	stains       []stain // all that is painted, of a file of one page
	pixels       float64 // that were examined
	broken       []error

	structure *structure // nil: not read yet
	packet    *packet    // likewise
}

// where is the list of pages on which something was found, in order and without duplicates.
type where struct {
	pages []int
	more  int
}

func (w *where) add(page int) {
	if n := len(w.pages); n > 0 && w.pages[n-1] >= page {
		return
	}
	if len(w.pages) >= 1000 {
		w.more++
		return
	}
	w.pages = append(w.pages, page)
}

func (w where) any() bool { return len(w.pages) > 0 }

// join merges several lists of pages, in order.
func join(all ...where) (out where) {
	var pages []int
	for _, w := range all {
		pages = append(pages, w.pages...)
		out.more = max(out.more, w.more)
	}
	slices.Sort(pages)
	for _, p := range slices.Compact(pages) {
		out.add(p)
	}
	return out
}

// line is the thinnest line of a page.
type line struct {
	page  int
	width float64
}

// smallType is the smallest type of a page.
type smallType struct {
	page int
	size float64
}

// page is the content of one page. Coordinates are the page's own, not rotated by Rotate.
type page struct {
	dict                              cos.Dict
	resources                         cos.Value // inherited ones too
	media, crop, trim, bleed          content.Rect
	hasCrop, hasTrim, hasBleed, isArt bool
	rotate                            float64
	unit                              float64      // UserUnit
	text                              content.Rect // around all text
	ink                               content.Rect // around everything that leaves ink
	reach                             [4]edge      // what touches or crosses the trim at left, foot, right, head
	small                             float64      // smallest type, 0: none
	thin                              float64      // thinnest line, 0: none
}

// edge is what is found at one edge of the trimmed page.
type edge struct {
	touched bool
	beyond  float64      // the least distance that an item which crosses the edge goes beyond it
	near    float64      // the least distance from the edge of an item which does not touch it
	ground  content.Rect // what goes furthest beyond it
	over    float64      // how far that goes
}

// survey collects everything that does not depend on a profile.
func (d *Document) survey() {
	f := d.file
	d.transparency, d.annotations, d.actions = map[string]*where{}, map[cos.Name]*where{}, map[string]*where{}
	d.catalog = f.Dict(f.Trailer["Root"])
	d.version = f.Version
	if v := string(f.Name(d.catalog["Version"])); later(v, d.version) {
		d.version = v
	}
	d.collectPages()
	p := newPainter(d)
	ahead := d.readAhead()
	defer ahead.stop()
	for i, page := range d.pages {
		if f.Err() != nil {
			return
		}
		p.ready = ahead.next()
		p.page(i+1, page)
		d.annotationsOf(p, i+1, page)
		if page.small > 0 {
			d.smallest = append(d.smallest, smallType{i + 1, page.small})
		}
		if page.thin > 0 {
			d.thin = append(d.thin, line{i + 1, page.thin})
		}
	}
	d.documentActions()
}

// damage records what cannot be read in a page, at most a hundred problems.
func (d *Document) damage(err error) {
	if len(d.broken) < 100 {
		d.broken = append(d.broken, err)
	}
}

// addInline records an inline picture, unless there are too many.
func (d *Document) addInline(x *usedPicture) {
	if len(d.pictures) < 10000 {
		d.pictures = append(d.pictures, x)
	}
}

// later reports whether one version, such as "1.4", is newer than another.
func later(a, b string) bool {
	var a1, a2, b1, b2 int
	fmt.Sscanf(a, "%d.%d", &a1, &a2)
	fmt.Sscanf(b, "%d.%d", &b1, &b2)
	return a1 > b1 || a1 == b1 && a2 > b2
}

// collectPages finds the pages with their boxes.
func (d *Document) collectPages() {
	f := d.file
	pages := content.Pages(f)
	d.streams = content.StreamsOf(f, pages)
	for _, found := range pages {
		p := &page{dict: found.Dict, resources: found.Resources, unit: 1, text: content.Void, ink: content.Void}
		for i := range p.reach {
			p.reach[i].near = 1e9
		}
		var ok bool
		if p.media, ok = content.RectOf(f, found.MediaBox); !ok {
			p.media = content.Corners(0, 0, 612, 792)
		}
		p.crop, p.hasCrop = content.RectOf(f, found.CropBox)
		if !p.hasCrop {
			p.crop = p.media
		}
		if p.trim, p.hasTrim = content.RectOf(f, found.Dict["TrimBox"]); !p.hasTrim {
			if p.trim, p.isArt = content.RectOf(f, found.Dict["ArtBox"]); !p.isArt {
				p.trim = p.crop
			}
		} else {
			_, p.isArt = content.RectOf(f, found.Dict["ArtBox"])
		}
		if p.bleed, p.hasBleed = content.RectOf(f, found.Dict["BleedBox"]); !p.hasBleed {
			p.bleed = p.crop
		}
		p.rotate, _ = f.Number(found.Rotation)
		if u, ok := f.Number(found.Dict["UserUnit"]); ok {
			p.unit = u
		}
		d.pages, d.pageRefs = append(d.pages, p), append(d.pageRefs, found.Ref)
	}
}

func note[K comparable](m map[K]*where, key K, page int) {
	w := m[key]
	if w == nil {
		if len(m) > 100 { // names in a file are untrusted
			return
		}
		w = &where{}
		m[key] = w
	}
	w.add(page)
}

// annotationsOf examines the annotations of a page.
func (d *Document) annotationsOf(p *painter, number int, page *page) {
	f := d.file
	if page.dict["AA"] != nil {
		note(d.actions, "an action of a page", number)
	}
	for _, v := range f.Array(page.dict["Annots"]) {
		a := f.Dict(v)
		if !f.Spend(cos.Work, 20) { // pages can share them
			return
		}
		if a == nil {
			continue
		}
		note(d.annotations, f.Name(a["Subtype"]), number)
		if r, ok := content.RectOf(f, a["Rect"]); ok && !r.Meet(page.trim).Empty() {
			d.inTrim.add(number)
		}
		if _, ok := f.Number(a["StructParent"]); !ok && f.Name(a["Subtype"]) != "Popup" {
			d.homeless.add(number)
		}
		if a["AA"] != nil {
			note(d.actions, "an action of an annotation", number)
		}
		if action := f.Dict(a["A"]); action != nil {
			d.action(action, number)
		}
	}
}

// action records actions that a book does not need; links are not among them.
func (d *Document) action(a cos.Dict, page int) {
	switch s := d.file.Name(a["S"]); s {
	case "GoTo", "URI", "Named", "GoToR", "":
	case "JavaScript":
		note(d.actions, "JavaScript", page)
	default:
		note(d.actions, "the action "+clean(string(s)), page)
	}
}

func (d *Document) documentActions() {
	f, c := d.file, d.catalog
	if a := f.Dict(c["OpenAction"]); a != nil {
		d.action(a, 1)
	}
	if c["AA"] != nil {
		note(d.actions, "an action of the document", 1)
	}
	if f.Dict(c["Names"])["JavaScript"] != nil {
		note(d.actions, "JavaScript", 1)
	}
	form := f.Dict(c["AcroForm"])
	if len(f.Array(form["Fields"])) > 0 || form["XFA"] != nil {
		note(d.actions, "a form", 1)
	}
}
