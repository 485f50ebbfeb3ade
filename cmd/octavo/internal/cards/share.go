package cards

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/impose"
	"octavo/cmd/octavo/internal/page"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/cmd/octavo/internal/typeset"
)

// PictureSize is the size of a picture that is made to be shared, in pixels, and how much of each edge is free of words
// because networks crop it or lay their own signs over it.
type PictureSize struct {
	Name              string // in the names of files: "square", "1200x627"
	W, H              int
	Top, Bottom, Side int
}

// pictureSizes are the sizes with names. The profile grids of Instagram show the middle of a picture as 3:4; over a story lie
// the account's name and, below, a field for an answer: Meta asks for the upper 14 % and the lower 20 % of 1080 × 1920, and
// for 6 % at each side. Wide is what X and Mastodon show uncropped, 16:9.
var pictureSizes = []PictureSize{
	{Name: "square", W: 1080, H: 1080, Side: 135},
	{Name: "portrait", W: 1080, H: 1350, Side: 65},
	{Name: "story", W: 1080, H: 1920, Top: 270, Bottom: 385, Side: 65},
	{Name: "wide", W: 1200, H: 675},
}

// The bounds of the sizes of pictures: what networks take, and the shapes in which a maxim has room.
const (
	leastPixels, mostPixels = 400, 4096
	mostStretched           = 3 // the longer side to the shorter one
)

// PictureSizeNames returns the names that [FindPictureSize] knows.
func PictureSizeNames() []string {
	var names []string
	for _, s := range pictureSizes {
		names = append(names, s.Name)
	}
	return names
}

// FindPictureSize returns the size of a name, or of a width and a height in pixels such as "1200x627": 400 to 4096, the one
// at most three times the other.
func FindPictureSize(name string) (PictureSize, error) {
	if i := slices.IndexFunc(pictureSizes, func(s PictureSize) bool { return s.Name == name }); i >= 0 {
		return pictureSizes[i], nil
	}
	wide, high, found := strings.Cut(strings.ToLower(strings.ReplaceAll(name, "×", "x")), "x")
	w, errW := strconv.Atoi(strings.TrimSpace(wide))
	h, errH := strconv.Atoi(strings.TrimSpace(high))
	switch {
	case !found || errW != nil || errH != nil:
		return PictureSize{}, fmt.Errorf("%q is no size of a picture; say %s, or pixels such as 1200x627", name, strings.Join(PictureSizeNames(), ", "))
	case min(w, h) < leastPixels || max(w, h) > mostPixels:
		return PictureSize{}, fmt.Errorf("a picture of %d × %d pixels cannot be made; each side takes %d to %d", w, h, leastPixels, mostPixels)
	case max(w, h) > mostStretched*min(w, h):
		return PictureSize{}, fmt.Errorf("a picture of %d × %d pixels is too narrow for a maxim; the longer side may be %d times the shorter one", w, h, mostStretched)
	}
	s := PictureSize{Name: fmt.Sprintf("%dx%d", w, h), W: w, H: h}
	if story := pictureSizes[2]; h*100 >= w*160 { // it fills a telephone, as a story does
		s.Top, s.Bottom, s.Side = h*story.Top/story.H, h*story.Bottom/story.H, w*story.Side/story.W
	}
	return s, nil
}

// DPI returns how many pixels of the picture are an inch of its page, on which type has the sizes of a poker card.
func (s PictureSize) DPI() float64 {
	return float64(min(s.W, s.H)) * float64(page.In) / float64(pokerWidth)
}

// length returns pixels on the picture's page.
func (s PictureSize) length(pixels int) page.Length {
	return page.Length(float64(pixels) * float64(page.In) / s.DPI())
}

// Picture is a maxim as a picture.
type Picture struct {
	Entry *book.Entry
	Text  string // the maxim, as the picture shows it
	Alt   string // what a screen reader reads for it
	Page  *page.Page
}

// The type of pictures is smaller than that of cards at most where the maxim is long, and their ground sets them off from
// the white of a network's page.
const (
	leastShared  = 5 * page.Pt // 30 pixels of a square
	groundShared = 6           // percent of the theme's colour, where the style has less
)

// Pictures sets the fronts of entries' cards as pictures of a size, in the deck's style and on its art, with the book's title and its
// author at the foot. Fonts are those of cfg.CardStyle. Entries without a card are left out. A maxim that does not fit is an error at
// its place.
func Pictures(cfg *config.Config, bk *book.Book, fonts *textstyle.Fonts, entries []*book.Entry, size PictureSize) ([]Picture, diag.List) {
	f := newFacer(sharedConfig(cfg, size), bk, fonts)
	f.bleed = size.length(max(size.Top, size.Bottom)) // grounds and bands run on to the picture's edges
	f.safe = max(f.safe, size.length(size.Side))
	f.margin = max(f.margin, f.safe)
	foot := f.sharedFoot()
	art, found := newArtwork(cfg, bk, fonts)

	var deck []*card
	for _, e := range entries {
		if HasCard(e) {
			deck = append(deck, &card{entry: e, ink: f.ink(e)})
		}
	}
	parallel.Each(len(deck), func(i int) {
		if f.measure(deck[i]); len(deck[i].found) > 0 {
			deck[i].found = tooLong(deck[i].found[0], size)
		}
	})
	f.harmonise(deck)
	parallel.Each(len(deck), func(i int) { f.setShared(deck[i], foot, art[frontArt(&cfg.Deck, deck[i].entry)]) })

	out := make([]Picture, len(deck))
	for i, c := range deck {
		found = append(found, c.found...)
		if cfg.Lang.RightToLeft() {
			page.Mirror(c.front)
		}
		out[i] = Picture{Entry: c.entry, Text: plain(c.entry), Alt: f.alt(c.entry), Page: framed(c.front, size, art[frontArt(&cfg.Deck, c.entry)])}
	}
	return out, found
}

// sharedConfig returns cfg with a card of the part of a picture that is free for words.
func sharedConfig(cfg *config.Config, size PictureSize) *config.Config {
	c := *cfg
	style := cfg.CardStyle
	if style == nil {
		style = cfg.Style
	}
	shared := *style
	shared.Card.Ground = max(shared.Card.Ground, groundShared)
	c.CardStyle = &shared
	d := &c.Deck
	d.Card = config.Size{W: config.Length(size.length(size.W)), H: config.Length(size.length(size.H - size.Top - size.Bottom))}
	d.Front, d.BackArt, d.Art = "", "", nil
	d.Bleed, d.Sides, d.MaximMin = 0, config.TwoSided, config.Length(leastShared)
	if d.Card.W > d.Card.H { // few lines, so that they can be larger
		d.MaximMax = shared.Card.MaximMax * 14 / 10
	}
	return &c
}

// sharedFoot is the foot of a picture: the book's title and its author.
type sharedFoot struct {
	title, author textstyle.Style
	by            string
	leading       page.Length
	sign          page.Length // of the cover's sign above them, with the white below it; 0: there is none
	height        page.Length // of the lines and the sign
	up            page.Length // from the lower edge of the face, where they end
}

// sharedFoot returns the foot, and leaves room for it. A title that would take more than two lines stands in a smaller size.
func (f *faceSetter) sharedFoot() (foot sharedFoot) {
	foot.author = f.authorDress(f.labelSize())
	foot.by = strings.Join(f.cfg.Book.Authors(), ", ")
	foot.title = f.textStyle(f.labelSize() * 11 / 10)
	foot.title.Italic = f.style.Text.Emphasis == config.Italic
	room, _, y := f.room()
	for len(alike(foot.title, f.cfg.Book.Title, room.Width, typeset.Centered)) > 2 && foot.title.Size > leastShared {
		foot.title.Size -= page.Pt / 2
	}
	foot.leading = foot.title.Size * 14 / 10
	if f.cfg.Cover.Set {
		foot.title.Color, foot.author.Color = f.plain, f.plain
		foot.sign = foot.leading
	}
	foot.height = foot.leading*page.Length(len(f.footLines(foot, room.Width))) + foot.sign
	foot.up = f.h - y - room.Height
	if f.style.Card.Design == config.Plate { // nothing breaks the frame's lower line
		foot.up = f.frame() + f.at(45)
	}
	f.foot = y + room.Height - (f.h - foot.up) + foot.height + foot.leading*3/2
	return foot
}

// footLines sets the lines of a foot.
func (f *faceSetter) footLines(foot sharedFoot, measure page.Length) []typeset.Line {
	align, _ := f.alignment()
	lines := alike(foot.title, f.cfg.Book.Title, measure, align)
	if foot.by != "" {
		lines = append(lines, alike(foot.author, foot.by, measure, align)...)
	}
	return lines
}

// tooLong says of a maxim that does not fit on a card of a picture's shape that it does not fit on the picture.
func tooLong(card diag.Diagnostic, size PictureSize) (found diag.List) {
	found.Errorf("card-overflow", card.Pos, "the text does not fit on a picture of %d × %d pixels", size.W, size.H).
		Note("give the entry a shorter text with `card = \"…\"`, choose a taller picture, or choose other entries")
	return found
}

// setShared makes the face of a card that is a picture. On art it stands on a panel that is no higher than the words need.
func (f *faceSetter) setShared(c *card, foot sharedFoot, art *page.Picture) {
	if art == nil {
		c.front = f.page(c.entry.ID, c.ink)
		f.sharedFace(c.front, c, foot)
	} else {
		room, _, _ := f.room()
		height := c.maxim.Height(len(c.maxim.Set(room, c.size)), room, c.size)
		c.front = f.atFoot(f.h-max(0, room.Height-height-2*f.at(30)), c.ink, func(low *faceSetter) *page.Page {
			p := &page.Page{Width: low.w, Height: low.h}
			low.sharedFace(p, c, foot)
			return p
		})
		c.front.Label = c.entry.ID
	}
	if len(c.found) == 0 {
		blank := &page.Page{Width: f.w, Height: f.h}
		c.found = inspectGlyphs(impose.Card{ID: c.entry.ID, Front: c.front, Back: blank}, c.entry.Pos)
	}
}

// sharedFace sets what a picture says.
func (f *faceSetter) sharedFace(p *page.Page, c *card, foot sharedFoot) {
	room, x, y := f.room()
	f.show(p, c.maxim, room, c.size, x, y)
	f.chrome(p, c.ink, f.theme(c.entry), "")
	top := f.h - foot.up - foot.height
	if foot.sign > 0 {
		f.coverSign(p, x, top, room.Width, foot)
	}
	p.Items, _ = textstyle.Stack(p.Items, f.footLines(foot, room.Width), x, top+foot.sign, foot.leading)
}

// framed returns a face in its place on its picture, over the art where there is one.
func framed(face *page.Page, size PictureSize, art *page.Picture) *page.Page {
	p := &page.Page{Width: size.length(size.W), Height: size.length(size.H), Label: face.Label}
	if art != nil {
		p.Items = append(p.Items, fill(p, art))
	}
	p.Items = append(p.Items, &page.Group{Y: size.length(size.Top), Items: face.Items})
	return p
}

// plain returns the words of a card's front.
func plain(e *book.Entry) string { return strings.Join(strings.Fields(book.PlainText(e.Front())), " ") }

// alt returns what stands for a picture: the maxim in quotation marks, who says it, and where.
func (f *faceSetter) alt(e *book.Entry) string {
	q := f.cfg.Lang.Quotes.Outer
	from := f.cfg.Book.Title
	if by := strings.Join(f.cfg.Book.Authors(), ", "); by != "" {
		from = by + ", " + from
	}
	return q.Open + plain(e) + q.Close + " — " + from
}
