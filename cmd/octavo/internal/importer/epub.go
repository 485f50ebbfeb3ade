package importer

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/htmlbook"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// opf is the package document of an EPUB.
type opf struct {
	Metadata struct {
		Titles []struct {
			ID    string `xml:"id,attr"`
			Value string `xml:",chardata"`
		} `xml:"title"`
		Creators []struct {
			ID    string `xml:"id,attr"`
			Role  string `xml:"role,attr"`
			Value string `xml:",chardata"`
		} `xml:"creator"`
		Language    string   `xml:"language"`
		Publisher   string   `xml:"publisher"`
		Rights      string   `xml:"rights"`
		Description string   `xml:"description"`
		Subjects    []string `xml:"subject"`
		Dates       []string `xml:"date"`
		Identifiers []string `xml:"identifier"`
		Metas       []struct {
			Name     string `xml:"name,attr"`
			Content  string `xml:"content,attr"`
			Property string `xml:"property,attr"`
			Refines  string `xml:"refines,attr"`
			Value    string `xml:",chardata"`
		} `xml:"meta"`
	} `xml:"metadata"`
	Manifest []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine struct {
		TOC   string `xml:"toc,attr"`
		Items []struct {
			Ref string `xml:"idref,attr"`
		} `xml:"itemref"`
	} `xml:"spine"`
	Guide []struct {
		Type string `xml:"type,attr"`
		Href string `xml:"href,attr"`
	} `xml:"guide>reference"`
}

// epubReader is an EPUB being read.
type epubReader struct {
	ms    *Manuscript
	t     *tree
	dir   string // of the package document
	pkg   opf
	nav   []navEntry
	roles map[string]string // of documents: "cover", "title-page", "toc"
}

// readEPUB reads an EPUB.
func (ms *Manuscript) readEPUB(outer *tree, name string) error {
	data, err := outer.read(name)
	if err != nil {
		return err
	}
	t, err := zipTree(path.Base(name), data, outer.budget)
	if err != nil {
		return err
	}
	e := &epubReader{ms: ms, t: t, roles: map[string]string{}}
	if err := e.open(); err != nil {
		return err
	}
	e.metadata()
	e.contents()
	return e.text()
}

// decode reads a document of XML.
func (e *epubReader) decode(name string, into any) error {
	data, err := e.t.read(name)
	if err != nil {
		return errors.New("it has no " + name)
	}
	d := xml.NewDecoder(bytes.NewReader(htmlbook.Decode(data)))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	if err := d.Decode(into); err != nil {
		return errors.New(name + " in it is broken: " + err.Error())
	}
	return nil
}

// open finds and reads the package document.
func (e *epubReader) open() error {
	if data, err := readNamed(e.t, "META-INF/encryption.xml"); err == nil && bytes.Contains(data, []byte("EncryptedData")) && !onlyFonts(data) {
		return errors.New("it is protected against copying (DRM); use the file without protection")
	}
	var container struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := e.decode("META-INF/container.xml", &container); err != nil {
		return errors.New("it is no EPUB: " + err.Error())
	}
	if len(container.Roots) == 0 {
		return errors.New("it is no EPUB: META-INF/container.xml names no package")
	}
	root := path.Clean(container.Roots[0].Path)
	e.dir = path.Dir(root)
	return e.decode(root, &e.pkg)
}

func readNamed(t *tree, name string) ([]byte, error) {
	if !t.has(name) {
		return nil, errors.New("missing")
	}
	return t.read(name)
}

// onlyFonts reports whether all that an EPUB has encrypted are fonts, which is common and no protection.
func onlyFonts(data []byte) bool {
	for _, m := range regexp.MustCompile(`URI="([^"]*)"`).FindAllSubmatch(data, -1) {
		if ext := strings.ToLower(path.Ext(string(m[1]))); !slices.Contains([]string{".ttf", ".otf", ".woff", ".woff2", ""}, ext) {
			return false
		}
	}
	return true
}

// at returns the name of a file that the package document names.
func (e *epubReader) at(href string) string {
	href, _, _ = strings.Cut(href, "#")
	if u, err := url.PathUnescape(href); err == nil {
		href = u
	}
	return path.Join(e.dir, href)
}

// metadata reads what the EPUB says about itself.
func (e *epubReader) metadata() {
	m, ms := &e.pkg.Metadata, e.ms
	kinds, roles := map[string]string{}, map[string]string{}
	for _, meta := range m.Metas {
		switch meta.Property {
		case "title-type":
			kinds[strings.TrimPrefix(meta.Refines, "#")] = strings.TrimSpace(meta.Value)
		case "role":
			roles[strings.TrimPrefix(meta.Refines, "#")] = strings.TrimSpace(meta.Value)
		}
	}
	title := ""
	for _, t := range m.Titles {
		if kinds[t.ID] == "subtitle" {
			ms.Subtitle = cmp.Or(ms.Subtitle, strings.TrimSpace(t.Value))
		} else if title == "" {
			title = strings.TrimSpace(t.Value)
		}
	}
	var authors []string
	for _, c := range m.Creators {
		if role := cmp.Or(roles[c.ID], c.Role, "aut"); role == "aut" {
			authors = append(authors, strings.TrimSpace(c.Value))
		}
	}
	date := ""
	if len(m.Dates) > 0 {
		date = day(m.Dates[0])
	}
	ms.adopt(title, authors, m.Language, date)
	ms.Publisher = cmp.Or(ms.Publisher, strings.TrimSpace(m.Publisher))
	ms.Rights = cmp.Or(ms.Rights, oneLine(m.Rights))
	if ms.Description == "" {
		if p, err := htmlbook.Read(htmlbook.Source{Text: []byte(m.Description)}, htmlbook.Fragment); err == nil {
			var all []string
			for _, b := range p.Blocks {
				all = append(all, plainBlock(b))
			}
			ms.Description = oneLine(strings.Join(all, " "))
		}
	}
	for _, s := range m.Subjects {
		if s = oneLine(s); s != "" && !slices.Contains(ms.Subjects, s) {
			ms.Subjects = append(ms.Subjects, s)
		}
	}
}

// contents reads the table of contents, and which documents are the cover, the title page and the like.
func (e *epubReader) contents() {
	cover := ""
	var nav, ncx []navEntry
	var tocs []string // the documents that hold a table of contents
	for _, m := range e.pkg.Metadata.Metas {
		if m.Name == "cover" {
			cover = m.Content
		}
	}
	for _, item := range e.pkg.Manifest {
		switch {
		case strings.Contains(item.Properties, "cover-image") || item.ID == cover && strings.HasPrefix(item.Type, "image/"):
			if data, err := readNamed(e.t, e.at(item.Href)); err == nil {
				e.ms.Cover = e.ms.keep(path.Base(item.Href), data)
			} else {
				e.ms.remark(leftOut, nil, e.at(item.Href), "the picture of the cover, which the EPUB names and does not hold", "")
			}
		case slices.Contains(strings.Fields(item.Properties), "nav"):
			e.roles[e.at(item.Href)] = "toc"
			if data, err := readNamed(e.t, e.at(item.Href)); err == nil {
				nav = navOf(e.at(item.Href), data)
			}
			tocs = append(tocs, item.Href)
		case item.Type == "application/x-dtbncx+xml":
			var doc struct {
				Points []navPoint `xml:"navMap>navPoint"`
			}
			if err := e.decode(e.at(item.Href), &doc); err == nil {
				ncx = fromPoints(path.Dir(e.at(item.Href)), doc.Points, 0)
			}
			tocs = append(tocs, item.Href)
		}
	}
	if e.nav = nav; len(nav) == 0 {
		e.nav = ncx
	}
	if len(e.nav) == 0 && len(tocs) > 0 {
		e.ms.look(nil, e.at(tocs[0]), "the table of contents cannot be read: see whether each chapter has its title, and parts are parts", "")
	}
	for _, g := range e.pkg.Guide {
		if g.Type != "text" && g.Type != "start" {
			e.roles[e.at(g.Href)] = g.Type
		}
	}
}

// deepest is how deep a table of contents is read.
const deepest = 10

var tocNav = lazyregexp.New(`(?s)<nav[^>]*epub:type="toc"[^>]*>.*?</nav>`)

// text reads the documents in reading order.
func (e *epubReader) text() error {
	manifest := map[string]string{}
	for _, item := range e.pkg.Manifest {
		manifest[item.ID] = e.at(item.Href)
	}
	var styles []string
	for _, item := range e.pkg.Manifest {
		if item.Type == "text/css" {
			data, err := readNamed(e.t, e.at(item.Href))
			if err != nil {
				e.ms.look(nil, e.at(item.Href), "style sheets that the EPUB names and does not hold: see whether words that were italic or bold still are", "")
				continue
			}
			styles = append(styles, string(htmlbook.Decode(data)))
		}
	}
	var sources []htmlbook.Source
	seen := map[string]bool{}
	for _, ref := range e.pkg.Spine.Items {
		name := manifest[ref.Ref]
		if name != "" && seen[name] {
			e.ms.remark(leftOut, nil, name, "documents that stand in the reading order again", "")
			continue
		}
		seen[name] = true
		data, err := readNamed(e.t, name)
		if err != nil {
			e.ms.remark(leftOut, nil, cmp.Or(name, ref.Ref), "documents that the EPUB names and does not hold", "")
			continue
		}
		s := pageSource(name, htmlbook.Decode(data))
		s.Styles = styles
		sources = append(sources, s)
	}
	pages, err := htmlbook.ReadAll(sources, htmlbook.Fragment, &e.ms.room)
	if err != nil {
		return err
	}
	titles := e.titles()
	var open *Chapter
	part, first := "", len(e.ms.Chapters)
	for i, p := range pages {
		e.ms.anchored(p.Name, p.Anchors, p.Blocks)
		e.ms.pageRemarks(p, nil)
		if e.skipped(p, i, sources[i].Text) {
			continue
		}
		open, part = e.add(p, titles, open, part)
	}
	closeLevels(e.ms.Chapters[first:])
	e.ms.place(e.ms.Chapters)
	return nil
}

var bodyType = lazyregexp.New(`<(?:body|section|article|div)[^>]*epub:type="([^"]*)"`)

// skipped reports whether a document is one that octavo makes itself: the cover, the title page, the contents.
func (e *epubReader) skipped(p *htmlbook.Page, i int, text []byte) bool {
	role := e.roles[p.Name]
	for _, m := range bodyType().FindAllSubmatch(text[:min(len(text), 4000)], 3) {
		if role == "" || role == "frontmatter" || role == "bodymatter" {
			role = string(m[1])
		}
	}
	plain := plainPage(p.Blocks)
	switch {
	case len(p.Blocks) == 0:
		return true
	case onlyPictures(p.Blocks) && i < 2 && (role == "cover" || e.ms.Cover != "" || strings.Contains(strings.ToLower(p.Name), "cover")):
		e.coverOf(p)
		e.ms.remark(leftOut, nil, p.Name, "the page with the cover: its picture is the book's cover", "")
		return true
	case strings.Contains(role, "title") && strings.Contains(role, "page"):
		e.ms.remark(leftOut, nil, p.Name, "the title page: octavo makes its own", plain)
		return true
	case role == "toc" || strings.Contains(role, "page-list") || strings.Contains(role, "loi") || role == "landmarks":
		e.ms.remark(leftOut, nil, p.Name, "tables of contents: octavo makes its own", words(plain, 30))
		return true
	case role == "index" || strings.HasPrefix(role, "index "):
		e.ms.remark(leftOut, nil, p.Name, "indexes: octavo makes its own", words(plain, 30))
		return true
	case strings.Contains(role, "copyright"):
		e.ms.remark(leftOut, nil, p.Name, "the copyright page: octavo makes its own of what book.toml says", plain)
		return true
	}
	return false
}

// coverOf takes the picture of a cover's page as the cover, if the EPUB names none.
func (e *epubReader) coverOf(p *htmlbook.Page) {
	for _, b := range p.Blocks {
		if f, ok := b.(*book.Figure); ok && e.ms.Cover == "" {
			if data, name := e.ms.pictureData(e.t, p.Name, f.Image.Path); data != nil {
				e.ms.Cover = e.ms.keep(name, data)
			}
		}
	}
}

func onlyPictures(blocks []book.Block) bool {
	return !slices.ContainsFunc(blocks, func(b book.Block) bool {
		_, ok := b.(*book.Figure)
		return !ok
	})
}

// plainPage returns the words of blocks.
func plainPage(blocks []book.Block) string {
	var all []string
	book.ReadingOrder(blocks, nil, func(text []book.Inline) { all = append(all, book.PlainText(text)) })
	return oneLine(strings.Join(all, " "))
}

// add adds a document: as a chapter, as the title of a part, or to the chapter before, which a program may have cut into files.
func (e *epubReader) add(p *htmlbook.Page, titles map[string]pageTitle, open *Chapter, part string) (*Chapter, string) {
	ms := e.ms
	told, listed := titles[p.Name]
	h, headed := p.Blocks[0].(*book.Heading)
	if !listed && !headed && open != nil {
		open.Blocks = append(open.Blocks, ms.fetchedBlocks(e.t, p.Name, open, e.levelled(p.Blocks))...)
		ms.anchorsOf().pages[p.Name] = open
		return open, part
	}
	plain := plainPage(p.Blocks)
	if told.part && len(strings.Fields(plain)) < 60 {
		return open, cmp.Or(told.title, plain)
	}
	c := &Chapter{links: map[string]target{}, page: p.Name, Part: part}
	blocks := p.Blocks
	switch {
	case headed:
		c.Title, blocks = h.Text, blocks[1:]
		ms.anchorOf(h, c)
		if next := nextHeading(blocks); next != nil && onlyNumber().MatchString(book.PlainText(h.Text)) && strings.Contains(strings.ToLower(told.title), strings.ToLower(book.PlainText(next.Text))) {
			c.Title = append(trimColon(h.Text), append([]book.Inline{&book.Text{Value: ": "}}, next.Text...)...)
			ms.anchorOf(next, c)
			blocks = blocks[1:]
		}
	case told.title != "":
		c.Title = plainTitle(told.title)
		if b, ok := blocks[0].(*book.Paragraph); ok && strings.EqualFold(oneLine(book.PlainText(b.Text)), told.title) {
			c.Title, blocks = b.Text, blocks[1:]
		}
	default:
		c.Title = plainTitle(cmp.Or(p.Title, titleOfName(path.Base(p.Name))))
		ms.look(c, p.Name, "this part of the text has no heading; its title is made from its name", "")
	}
	c.Blocks = e.levelled(blocks)
	ms.fetched(e.t, p.Name, c)
	ms.Chapters = append(ms.Chapters, c)
	return c, ""
}

func nextHeading(blocks []book.Block) *book.Heading {
	if len(blocks) == 0 {
		return nil
	}
	h, _ := blocks[0].(*book.Heading)
	return h
}

// levelled brings the headings of a document to levels below that of the chapter.
func (e *epubReader) levelled(blocks []book.Block) []book.Block {
	top := topLevel(blocks)
	for _, b := range blocks {
		if h, ok := b.(*book.Heading); ok {
			h.Level = min(max(h.Level-top+2, 2), 6)
		}
	}
	return blocks
}
