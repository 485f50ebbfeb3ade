package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/likename"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/tomltext"
)

// File is the name of a book's configuration.
const File = "book.toml"

// MaxBytes is the size limit of a TOML file. A book with a thousand chapters needs a tenth of it.
const MaxBytes = 512 << 10

// Load returns [LoadRoot] of the folder dir.
func Load(dir string, styles fs.FS, settings ...Setting) (*Config, diag.List) {
	root, err := readfile.OpenRoot(dir)
	if err != nil {
		var list diag.List
		code, message := "config-missing", "there is no folder "+strconv.Quote(dir)
		if !errors.Is(err, fs.ErrNotExist) {
			code, message = "file-unreadable", "cannot open the folder: "+cause(err)
		}
		list.Errorf(code, diag.Pos{Source: &diag.Source{Name: File}}, "%s", message).
			Note("name the book's folder with -C, or start a book with octavo new DIR")
		return nil, list
	}
	defer root.Close()
	return LoadRoot(root, styles, settings...)
}

// LoadRoot reads book.toml in a book's folder and the style that it names: styles/<name>.toml in the folder, or else
// <name>.toml in styles. It reports every problem it finds. The Config is as complete as possible, with defaults in place of
// invalid values; it is nil only if book.toml cannot be read at all. If the environment variable SOURCE_DATE_EPOCH is set, it
// is the book's date.
//
// A Setting overrides the value of its key in the file.
func LoadRoot(root *os.Root, styles fs.FS, settings ...Setting) (*Config, diag.List) {
	text, d := read(root, File)
	if d != nil {
		d.Pos = diag.Pos{Source: &diag.Source{Name: File}}
		return nil, diag.List{*d}
	}
	return LoadText(root, text, styles, settings...)
}

// LoadText is [LoadRoot] with a text that stands for that of book.toml.
func LoadText(root *os.Root, text []byte, styles fs.FS, settings ...Setting) (*Config, diag.List) {
	var list diag.List
	src := &diag.Source{Name: File, Text: text}
	dec := newDecoder(src)
	dec.flags = map[string]*diag.Source{}
	c := &Config{Source: src, Dir: root.Name(), places: dec.places, flags: dec.flags}
	c.Book.Language, c.Book.Date = "en-US", time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	c.Check = Check{MaximWords: 40, Alike: 0.7, MinDPI: 300, Levels: map[string]string{}}
	c.Print.Style, c.Print.Printer, c.Print.Profiles = "classic", noPrinter, []string{"screen"}
	c.Epub.EmbedFonts, c.Print.Links = true, None
	c.Trade.Audience, c.Trade.Status = tradeAudiences[0], Active
	c.Cover, c.Deck, c.Review, c.Kinds = plainCover(), plainDeck(), plainReview(), builtInKinds()
	c.Sheet.Paper = Auto

	if tree, ok := dec.parse(); ok {
		for _, s := range settings {
			c.flags[s.Key] = &diag.Source{Name: s.Flag, Text: []byte(fmt.Sprint(s.Value))}
			tree = with(tree, strings.Split(s.Key, "."), s.Value)
		}
		decode(dec, allRows(), c, tree)
		dec.complete(c, tree)
		dec.completeCover(c)
		n := len(dec.list)
		dec.completeDeck(c, styles)
		dec.list[n:].Limited(diag.Deck)
		dec.completeKinds(c)
	} else {
		c.Broken = true
		c.Cards, c.Deck.Gap, c.Deck.Corner = &Cards{}, 0, 0
	}
	c.Lang, _ = lang.Find(c.Book.Language)
	dec.completePrices(c)
	dec.completeText(c)
	c.SetKinds(c.Kinds)
	if _, ok := c.places["review.notice"]; !ok {
		c.Review.Notice = c.Lang.Review.Notice
	}
	if _, ok := c.places["review.quotations"]; !ok {
		c.Review.Quotations = c.Lang.Review.Quotations
	}
	if c.Book.Slug == "" {
		if c.Book.Slug = slug(c.Book.Title); c.Book.Slug == "x" { // the title has no letter that a file's name can have: Hebrew, Chinese
			c.Book.Slug = "book"
		}
		c.Book.Slug = strings.Trim(c.Book.Slug[:min(80, len(c.Book.Slug))], "-")
	}
	if c.Book.Identifier == "" {
		c.Book.Identifier = identify(c.Book.Title, c.Book.Authors())
	}
	dec.epoch(c, os.Getenv(Epoch))
	dec.limit("deck", diag.Deck)
	dec.limit("cover", diag.Cover, coverLooks...)
	list = dec.list
	list = append(list, c.loadPrinter(styles)...)
	list = append(list, c.loadStyle(root, styles)...)
	list.Sort()
	return c, list
}

// Setting is a value that does not come from book.toml, of the Go type that TOML is decoded to: string, int64 or bool.
type Setting struct {
	Key   string // "deck.sheet"
	Flag  string // the flag that set it, for messages: "--sheet"
	Value any
}

// with sets the value at a path of the tree, creating the tables that do not exist, and returns the tree.
func with(tree map[string]any, path []string, value any) map[string]any {
	if tree == nil {
		tree = map[string]any{}
	}
	if len(path) == 1 {
		tree[path[0]] = value
		return tree
	}
	if inner, ok := tree[path[0]].(map[string]any); ok || tree[path[0]] == nil {
		tree[path[0]] = with(inner, path[1:], value)
	}
	return tree
}

// noteLike notes which file of a folder may have been meant to be the one of a name: Windows calls a text file book.toml.txt.
func noteLike(d *diag.Diagnostic, root *os.Root, name string) {
	entries, _ := readfile.List(root, ".")
	var lying []string
	for _, e := range entries {
		if !e.IsDir() {
			lying = append(lying, e.Name())
		}
	}
	if like := likename.Find(name, lying); like.Difference != likename.None {
		d.Note("there is %q: rename it to %s", like.Name, name)
	}
}

// read reads a small regular file inside the folder. It does not follow links out of the folder.
func read(root *os.Root, name string) ([]byte, *diag.Diagnostic) {
	text, err := readfile.In(root, name, MaxBytes)
	if err == nil {
		return text, nil
	}
	var list diag.List
	var large *readfile.TooLargeError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d := list.Errorf("config-missing", diag.Pos{}, "%s not found", name)
		noteLike(d, root, name)
		return nil, d.Note("start a book with octavo new DIR, or name its folder with -C")
	case errors.Is(err, readfile.ErrOutside):
		return nil, list.Errorf("file-outside", diag.Pos{}, "%s is a link out of the book's folder", name).
			Note("put the file itself there")
	case errors.Is(err, readfile.ErrFolder), errors.Is(err, readfile.ErrNoFile):
		return nil, list.Errorf("file-unreadable", diag.Pos{}, "%s is not a file", name).
			Note("a file with the book's settings must stand there")
	case errors.As(err, &large):
		return nil, list.Errorf("file-too-large", diag.Pos{}, "%s has %d bytes, more than %d", name, large.Size, MaxBytes).
			Note("put the book's words into manuscript/")
	}
	return nil, list.Errorf("file-unreadable", diag.Pos{}, "cannot read %s: %s", name, cause(err)).Note("check the file's rights")
}

// cause returns the error without the path, which the message has already.
func cause(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// parse returns the file's tree of values.
func (dec *decoder) parse() (tree map[string]any, ok bool) {
	err := tomltext.Decode(string(dec.src.Text), &tree)
	if err == nil {
		return tree, true
	}
	var bad tomltext.ParseError
	if !errors.As(err, &bad) {
		dec.list.Errorf("toml-syntax", diag.Pos{Source: dec.src}, "invalid TOML: %v", err)
		return nil, false
	}
	at, end := bad.Position.Start, bad.Position.Start+bad.Position.Len
	if strings.HasPrefix(string(dec.src.Text), "\uFEFF") { // the decoder's offsets do not count it
		at, end = at+3, end+3
	}
	message, note := plainSyntax(bad.Message)
	d := dec.list.Errorf("toml-syntax", diag.Pos{Source: dec.src, Offset: max(at, 0)}, "%s", message).To(end)
	if curlies, ok := tomltext.Straighten(string(dec.src.Text)); ok {
		for _, c := range curlies {
			d.Mend(c.At, c.End, c.Straight)
		}
		note = "use straight quotes"
	}
	if note != "" {
		d.Note("%s", note)
	}
	return nil, false
}

// plainSyntax rephrases a syntax error of the decoder in plain words, and adds what to do.
func plainSyntax(message string) (plain, note string) {
	plain = strings.TrimPrefix(message, "toml: ")
	if plain != "" && plain[0] >= 'A' && plain[0] <= 'Z' && !strings.HasPrefix(plain, "TOML") {
		plain = strings.ToLower(plain[:1]) + plain[1:]
	}
	plain = strings.TrimRight(plain, ".")
	for _, c := range syntaxNotes {
		if strings.Contains(message, c.part) {
			return plain, c.note
		}
	}
	return plain, ""
}

var syntaxNotes = []struct{ part, note string }{
	{"lie in each other", "close what is open, and write one table after the other"},
	{"names that lead here", "use shorter names, of one word"},
	{"cannot contain newlines", `close the string with " on its line; text of several lines stands between """ and """`},
	{`expected '"`, `the string is never closed: put the same quotation marks at its end`},
	{"expected \"'", "the string is never closed: put the same quotation marks at its end"},
	{"expected value", `after = comes the value: text between quotation marks, a number, true or false, a date, or [a, list]`},
	{"expected '.' or '='", `a line is either key = value, or [table], or begins with # as a comment`},
	{"expected '.' or ']'", "a table's name stands between brackets: [book]"},
	{"delimiter ']'", "a table of an array stands between double brackets: [[contents.part]]"},
	{"end with a newline", "put each key on a line of its own, and close what is open before it"},
	{"expected a comma (',')", "put a comma between two items, and ] after the last one"},
	{"inline table terminator", "put a comma between two keys, and } after the last one"},
	{"unexpected comma", "take one of the commas out"},
	{"already been defined", "this name is set twice: keep one of the two"},
	{"already created", "this name is used twice for different things: rename one of the two"},
	{"invalid escape", `a backslash begins an escape: write \\ for a backslash, or put the text between ' and '`},
	{"invalid datetime", "write a date as year-month-day: 2026-11-23"},
	{"UTF-8", "save the file as UTF-8"},
	{"NULL bytes", "save the file as UTF-8"},
	{"control characters", "delete the invisible character; an editor that shows them helps"},
	{"leading zeroes", "take the zero in front off, or put the value between quotation marks if it is text"},
	{"key name appears blank", "put the key's name before the ="},
	{"table names cannot be empty", "put the table's name between the brackets"},
	{"unexpected", "compare the line with octavo explain book.toml"},
	{"", "compare the line with octavo explain book.toml"},
}

// complete checks keys against each other, and sets the values that are derived from other keys.
func (dec *decoder) complete(c *Config, tree map[string]any) {
	book, _ := tree["book"].(map[string]any)
	contributors := c.Book.Contributors
	c.Book.Contributors = nil
	seen := map[[2]string]bool{}
	for i, one := range contributors {
		key := [2]string{one.Name, one.Role}
		switch {
		case one.Name == "": // there is a diagnostic already
			continue
		case seen[key]:
			dec.at("toml-value", dec.contributors[i], "%q is named twice", one.Name).Note("keep one of the two")
			continue
		}
		seen[key] = true
		if one.FileAs == "" {
			one.FileAs = fileAs(one.Name)
		}
		c.Book.Contributors = append(c.Book.Contributors, one)
	}
	if book != nil && len(c.Book.Authors()) == 0 && !dec.faulty("book."+authorKeys[0], "book."+authorKeys[1]) {
		dec.at("toml-missing", "book", "the book has no author").Note(`add authors = ["…"] under [book]`)
	}

	dec.completeReview(c)
	if contents, ok := tree["contents"].(map[string]any); ok {
		_, body := contents["body"]
		_, part := contents["part"]
		switch {
		case body && part:
			dec.at("toml-value", "contents.part", "the body is listed twice, as body and as parts").
				Note("keep body = [...], or move its files into the chapters of a [[contents.part]]")
		case !body && !part && len(c.Contents.Opening)+len(c.Contents.Front)+len(c.Contents.Back) > 0:
			dec.at("toml-missing", "contents", "contents lists no body").Note("add body = [...] with the chapters, or [[contents.part]]")
		}
	}
}

// faulty reports whether one of the keys has a diagnostic in its value.
func (dec *decoder) faulty(paths ...string) bool {
	for name, p := range dec.places {
		for _, path := range paths {
			if name != path && !strings.HasPrefix(name, path+".") {
				continue
			}
			for _, d := range dec.list {
				if p.At <= d.Pos.Offset && d.Pos.Offset < max(p.End, p.At+1) {
					return true
				}
			}
		}
	}
	return false
}

// loadStyle reads the styles that c.Print.Style and c.Deck.Style name, and takes the trim from the first if book.toml sets
// none.
func (c *Config) loadStyle(root *os.Root, styles fs.FS) diag.List {
	var list diag.List
	c.Style, list = c.openStyle(root, styles, c.Print.Style, "print.style")
	c.settle(&list)
	list = append(list, c.makeUp()...)
	c.CardStyle = c.Style
	if c.Deck.Style == "" {
		c.Deck.Style = c.Print.Style
	}
	if c.Deck.Style != c.Print.Style {
		var more diag.List
		c.CardStyle, more = c.openStyle(root, styles, c.Deck.Style, "deck.style")
		list = append(list, more.Limited(diag.Deck)...)
	}
	c.bleedGrounds()
	return list
}

// openStyle reads the style that a key names, which inherits missing keys from classic. If it cannot be read, openStyle
// returns classic, or nil if that cannot be read either.
func (c *Config) openStyle(root *os.Root, styles fs.FS, id, key string) (*Style, diag.List) {
	var list diag.List
	var base *Style
	sound := false // base has no errors, so that styles can inherit from it
	fonts := fontNames(root, styles)
	if text, err := fs.ReadFile(styles, "classic.toml"); err == nil {
		dec := newDecoder(&diag.Source{Name: "styles/classic.toml", Text: text})
		dec.fonts = fonts
		if tree, ok := dec.parse(); ok {
			plain := plainStyle()
			base, plain.Source, plain.Name = &plain, dec.src, "classic"
			decode(dec, styleRows(), base, tree)
			if sound = !dec.list.HasErrors(); !sound && id == "classic" {
				list = dec.list
			}
		}
	}
	name := id + ".toml"
	src := &diag.Source{Name: "styles/" + name}
	if _, err := root.Lstat(src.Name); err == nil {
		text, d := read(root, src.Name)
		if d != nil {
			d.Pos = diag.Pos{Source: src}
			return base, append(list, *d)
		}
		src.Text = text
	} else if id == "classic" && base != nil {
		return base, list
	} else if src.Text, err = fs.ReadFile(styles, name); err != nil {
		pos, end := c.Value(key)
		d := list.Errorf("toml-value", pos, "style %q not found", id).To(end)
		known := StyleNames(root, styles)
		if s := diag.Suggest(id, known); s != "" {
			d.Note("did you mean %q?", s)
		}
		d.Note("available styles: %s; put one of your own into styles/%s", strings.Join(known, ", "), name)
		return base, list
	}
	list = nil // keep only diagnostics of the style in use
	dec := newDecoder(src)
	dec.fonts, dec.inherits = fonts, sound
	s := plainStyle()
	if sound {
		s = *base
		s.fonts = maps.Clone(base.fonts)
	}
	s.Source, s.Name = src, id
	if tree, ok := dec.parse(); ok {
		decode(dec, styleRows(), &s, tree)
	}
	return &s, append(list, dec.list...)
}

// noPrinter is the value of [print] printer for no printer.
const noPrinter = "none"

// loadPrinter looks up the printer that c.Print.Printer names.
func (c *Config) loadPrinter(styles fs.FS) diag.List {
	if c.Print.Printer == noPrinter || c.Broken {
		return nil
	}
	printers, list := LoadPrinters(styles)
	if c.Printer = printers.Printer(c.Print.Printer); c.Printer == nil && !list.HasErrors() {
		known := []string{noPrinter}
		for _, p := range printers.All {
			known = append(known, p.ID)
		}
		pos, end := c.Value("print.printer")
		d := list.Errorf("toml-value", pos, "print.printer must be %s, not %q", quoted(known), c.Print.Printer).To(end)
		if s := diag.Suggest(c.Print.Printer, known); s != "" {
			d.Note("did you mean %q?", s)
		}
		d.Note("put printers of your own into styles/%s", PrintersFile)
	}
	return list
}

// settle takes the trim from the style if book.toml sets none, and checks that the margins leave enough room for text.
func (c *Config) settle(list *diag.List) {
	s := c.Style
	if s == nil {
		return
	}
	own := c.Print.Width > 0
	if !own {
		c.Print.Width, c.Print.Height = s.Page.Width, s.Page.Height
	}
	pos, end := c.Value("print.trim")
	if !own {
		p := nearest(tomltext.Places(string(s.Source.Text)), "page.width")
		pos, end = diag.Pos{Source: s.Source, Offset: p.At}, p.End
	}
	if list.HasErrors() || c.Print.Width == 0 {
		return
	}
	if own {
		style := s.fitMargins(c.Print.Width, c.Print.Height, c.Printer)
		style.fitText(s, c.Print.Width, c.Print.Height)
		s, c.Style = style, style
	}
	if w := c.Print.Width - s.Page.Inner - s.Page.Outer; w < 3*inch/2 {
		list.Errorf("toml-value", pos, "the margins leave %s of the page's width for text, less than %s", both(w), both(3*inch/2)).To(end).
			Note("choose a wider trim or a style with smaller margins")
	}
	if h := c.Print.Height - s.Page.Top - s.Page.Bottom; h < 2*inch {
		list.Errorf("toml-value", pos, "the margins leave %s of the page's height for text, less than %s", both(h), both(2*inch)).To(end).
			Note("choose a higher trim or a style with smaller margins")
	}
}

// fontNames returns the font files in the fonts folder of styles and in the book's own styles/fonts. It returns nil if there
// are none.
func fontNames(root *os.Root, styles fs.FS) map[string]bool {
	names := map[string]bool{}
	for _, dir := range []func() ([]fs.DirEntry, error){
		func() ([]fs.DirEntry, error) { return fs.ReadDir(styles, "fonts") },
		func() ([]fs.DirEntry, error) { return readfile.List(root, "styles/fonts") },
	} {
		entries, _ := dir()
		for _, e := range entries {
			names[e.Name()] = true
		}
	}
	if len(names) == 0 {
		return nil
	}
	return names
}

// StyleNames returns the names of the available styles, sorted; those of octavo itself if root is nil.
func StyleNames(root *os.Root, styles fs.FS) (names []string) {
	var own []fs.DirEntry
	if root != nil {
		own, _ = readfile.List(root, "styles")
	}
	built, _ := fs.ReadDir(styles, ".")
	for _, f := range append(built, own...) {
		if id, ok := strings.CutSuffix(f.Name(), ".toml"); ok && noStyles()[f.Name()] == "" {
			names = append(names, id)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
