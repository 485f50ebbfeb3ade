package lsp

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

// stretch is a part of a source.
type stretch struct {
	src      *diag.Source
	from, to int
}

// holds reports whether an offset is in the stretch or at its end.
func (s stretch) holds(src *diag.Source, at int) bool {
	return s.src == src && s.from <= at && at <= s.to
}

// thing is what an id names.
type thing int

// The things.
const (
	entryThing thing = iota
	chapterThing
	partThing
	headingThing
	figureThing
	tableThing
	asideThing
	placeThing
)

func (t thing) String() string {
	return [...]string{"entry", "chapter", "part", "section", "figure", "table", "passage", "place"}[t]
}

// target is a thing of the book that has an id.
type target struct {
	id      string
	thing   thing
	words   string  // of its heading, caption or title
	head    stretch // the line on which it begins
	written stretch // the id, where the author wrote one; src is nil where octavo made it of the words
	level   int     // of a heading or an entry; 1 of a chapter
	entry   *book.Entry
	chapter *book.Chapter
}

// form is how a reference is written.
type form int

// The forms.
const (
	inSee  form = iota // an item of see
	inLink             // an address after a number sign: [words](#id), <a href="#id">, [[#id]]
	byName             // an address without an id: of a file, or by a title
	inMark             // a reference by an id alone: @fig-door
)

// reference is where one thing of the book refers to another by its id.
type reference struct {
	id      string  // of the target
	form    form    //
	whole   stretch // all of it
	address stretch // what names the target; src is nil where it is not found
	missing bool    // there is no such target
}

// picture is a picture that is shown, or a file that book.toml names.
type picture struct {
	where stretch // its name
	file  string  // relative to the book's folder
}

// index lists what has ids in a book, and what refers to them.
type index struct {
	targets    []*target // in reading order
	byID       map[string]*target
	references []reference
	files      []picture
	labels     labels
}

// index returns the index of the book, which is made when it is first asked for.
func (s *state) index() *index {
	s.once.Do(func() {
		x := &index{byID: map[string]*target{}, labels: labels{}}
		s.ids = x
		if s.project.Book == nil {
			return
		}
		for _, part := range s.project.Book.Parts {
			if part.ID != "" {
				x.add(&target{id: part.ID, thing: partThing, words: part.Title, head: lineOf(part.Pos), level: 1})
			}
		}
		for _, ch := range s.project.Book.Chapters() {
			x.chapter(ch)
		}
		x.configured(s)
		order := diag.Order(s.sources()...)
		slices.SortStableFunc(x.targets, func(a, b *target) int {
			return cmp.Or(order(diag.Pos{Source: a.head.src, Offset: a.head.from}, diag.Pos{Source: b.head.src, Offset: b.head.from}))
		})
	})
	return s.ids
}

// add adds a target. Of two with one id the first counts.
func (x *index) add(t *target) {
	x.targets = append(x.targets, t)
	if x.byID[t.id] == nil {
		x.byID[t.id] = t
	}
}

// chapter adds the targets and references of a chapter.
func (x *index) chapter(ch *book.Chapter) {
	add := func(t *target) {
		if t.id == "" {
			return
		}
		if at, ok := ch.Given[t.id]; ok && t.written.src == nil {
			t.written = writtenID(at, t.id)
		}
		t.chapter = ch
		x.add(t)
	}
	add(&target{id: ch.ID, thing: chapterThing, words: book.PlainText(ch.Title), head: lineOf(ch.Pos), level: 1})
	inline := func(i book.Inline) {
		switch i := i.(type) {
		case *book.Link:
			x.link(i)
		case *book.Image:
			x.image(ch, i)
		case *book.Span:
			add(&target{id: i.ID, thing: placeThing, words: book.PlainText(i.Text), head: lineOf(i.Pos)})
		}
	}
	ch.Walk(func(b book.Block) {
		switch b := b.(type) {
		case *book.Entry:
			t := &target{id: b.ID, thing: entryThing, words: book.PlainText(b.Maxim), head: lineOf(b.Pos), level: b.Level, entry: b}
			if at, ok := b.Places["id"]; ok {
				t.written = writtenID(at, b.ID)
			}
			add(t)
			x.see(b)
			for _, text := range append([][]book.Inline{b.CardText}, b.BackText...) {
				book.WalkInlines(text, inline)
			}
		case *book.Heading:
			add(&target{id: b.ID, thing: headingThing, words: book.PlainText(b.Text), head: lineOf(b.Pos), level: b.Level})
		case *book.Figure:
			add(&target{id: b.ID, thing: figureThing, words: cmp.Or(book.PlainText(b.Caption), b.Image.Alt), head: lineOf(b.Pos)})
		case *book.Table:
			add(&target{id: b.ID, thing: tableThing, words: book.PlainText(b.Caption), head: lineOf(b.Pos)})
		case *book.Aside:
			add(&target{id: b.ID, thing: asideThing, words: book.PlainText(b.Title), head: lineOf(b.Pos)})
		}
	}, inline)
}

// see adds the references of an entry's key see.
func (x *index) see(e *book.Entry) {
	for i, id := range e.See {
		at, ok := e.Places["see."+strconv.Itoa(i)]
		if !ok {
			continue
		}
		where := inQuotes(at, id)
		x.references = append(x.references, reference{id: id, form: inSee, whole: where, address: where})
	}
}

// link adds a link to a thing of the book, or to nothing.
func (x *index) link(l *book.Link) {
	if !l.Pos.IsValid() || l.Target == "" && !strings.HasPrefix(l.Elsewhere, "#") {
		return
	}
	r := written(l.Pos, x.labels)
	if r.id = l.Target; r.id == "" {
		r.id, r.missing = strings.TrimPrefix(l.Elsewhere, "#"), true
	}
	x.references = append(x.references, r)
}

// image adds a picture.
func (x *index) image(ch *book.Chapter, img *book.Image) {
	if !img.Pos.IsValid() || img.File == nil {
		return
	}
	r := written(img.Pos, x.labels)
	if r.address.src != nil {
		x.files = append(x.files, picture{r.address, "manuscript/" + img.File.Path})
	}
}

// configured adds the files that book.toml names.
func (x *index) configured(s *state) {
	cfg := s.project.Cfg
	add := func(key, name string) {
		pos, end := cfg.Value(key)
		if name == "" || !pos.IsValid() || pos.Source != cfg.Source || end <= pos.Offset {
			return
		}
		x.files = append(x.files, picture{stretch{pos.Source, pos.Offset, end}, "manuscript/" + name})
	}
	list := func(key string, names []string) {
		for i, name := range names {
			add(key+"."+strconv.Itoa(i), name)
		}
	}
	list("contents.opening", cfg.Contents.Opening)
	list("contents.front", cfg.Contents.Front)
	list("contents.back", cfg.Contents.Back)
	for i, p := range cfg.Contents.Parts {
		if p.Title == "" && len(cfg.Contents.Parts) == 1 {
			list("contents.body", p.Chapters)
			continue
		}
		list("contents.part."+strconv.Itoa(i)+".chapters", p.Chapters)
	}
	add("epub.cover", cfg.Epub.Cover)
	add("book.device", cfg.Book.Device)
	add("cover.photo", cfg.Cover.Photo)
	add("cover.art", cfg.Cover.Art)
	add("deck.front", cfg.Deck.Front)
	add("deck.back_art", cfg.Deck.BackArt)
	for _, art := range cfg.Deck.Art {
		add(art.Path, art.Name)
	}
	list("print.plates", cfg.Print.Plates)
}

// lineOf returns the line of a place, without white around it.
func lineOf(at diag.Pos) stretch {
	if !at.IsValid() {
		return stretch{}
	}
	text := at.Source.Text
	from := min(at.Offset, len(text))
	start := bytes.LastIndexByte(text[:from], '\n') + 1
	line, _, _ := bytes.Cut(text[start:], []byte("\n"))
	start += len(line) - len(bytes.TrimLeft(line, " \t"))
	return stretch{at.Source, start, start + len(bytes.TrimSpace(line))}
}

// textAt returns what stands at a place, up to so many bytes: all of a long text would be copied for each thing in it.
func textAt(at diag.Pos, most int) string {
	rest := at.Source.Text[min(at.Offset, len(at.Source.Text)):]
	return string(rest[:min(len(rest), most)])
}

// inQuotes returns where a string is in a value of TOML that begins at a place, without its quotation marks.
func inQuotes(at diag.Pos, value string) stretch {
	s := textAt(at, len(value)+2)
	for _, mark := range []string{`"`, `'`} {
		if s == mark+value+mark {
			return stretch{at.Source, at.Offset + 1, at.Offset + 1 + len(value)}
		}
	}
	if strings.HasPrefix(s, value) { // front matter
		return stretch{at.Source, at.Offset, at.Offset + len(value)}
	}
	return stretch{}
}

// writtenID returns where an id is written that the author gave a thing: a string of TOML, an attribute in braces, or a tag.
func writtenID(at diag.Pos, id string) stretch {
	switch s := textAt(at, maxReference); {
	case strings.HasPrefix(s, "#"+id):
		return stretch{at.Source, at.Offset + 1, at.Offset + 1 + len(id)}
	case strings.HasPrefix(s, "<"):
		tag, _, _ := strings.Cut(s, ">")
		for _, mark := range []string{`"`, `'`, ""} {
			for _, key := range []string{"id=", "name="} {
				if n := strings.Index(tag, key+mark+id+mark); n >= 0 {
					from := at.Offset + n + len(key+mark)
					return stretch{at.Source, from, from + len(id)}
				}
			}
		}
		return stretch{}
	}
	return inQuotes(at, id)
}

// at returns the reference at an offset of a source, or nil.
func (x *index) at(src *diag.Source, offset int) *reference {
	for i := range x.references {
		if r := &x.references[i]; r.whole.holds(src, offset) {
			return r
		}
	}
	return nil
}

// headed returns the target whose id is written at an offset of a source, or whose heading or block is there; or nil.
func (x *index) headed(src *diag.Source, offset int) *target {
	for _, t := range x.targets {
		if t.written.holds(src, offset) {
			return t
		}
	}
	var found *target
	for _, t := range x.targets {
		if t.thing == placeThing || !t.head.holds(src, offset) && (t.entry == nil || !blockOf(t.entry).holds(src, offset)) {
			continue
		}
		found = t
	}
	return found
}

// mostBetween is how many lines are looked through for the block of an entry, and for its end. A setext heading has some before it.
const mostBetween = 400

// blockOf returns the block of settings of an entry, with its lines of +++.
func blockOf(e *book.Entry) stretch {
	src := e.Pos.Source
	at := lineOf(e.Pos).to
	from := -1
	for range mostBetween {
		n := bytes.IndexByte(src.Text[min(at, len(src.Text)):], '\n')
		if n < 0 {
			break
		}
		start := at + n + 1
		line, _, _ := bytes.Cut(src.Text[start:], []byte("\n"))
		at = start
		if string(bytes.TrimSpace(line)) != "+++" {
			continue
		}
		if from >= 0 {
			return stretch{src, from, start + len(bytes.TrimRight(line, "\r"))}
		}
		from = start
	}
	return stretch{}
}
