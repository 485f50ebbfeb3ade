package config

// Cover holds the settings of the printed book's cover: [cover] in book.toml.
type Cover struct {
	Set      bool   // book.toml has [cover]
	Binding  string // Paperback, Hardcover or Jacket
	Paper    string // of the inside: an id in the table of the printer, "white" by default
	Blurb    string // what the back says, in Markdown, as it is written; "": nothing
	Bio      string // who the author is, likewise
	Photo    string // of the author, by its path under manuscript/
	Art      string // a picture for the front or the whole cover, likewise
	ArtOn    string // OnFront or OnWrap
	Category string // where a bookshop shelves it
	Price    string // as it is printed, "$18.00"

	Design              string // one of those of styles; "": the style's
	Ground, Ink, Accent string // colours, "#rrggbb"; "": the style's

	Spine       Length // its width; 0: from the pages and the paper
	Flap        Length // width of a jacket's flaps; 0: the printer's, or as is usual
	Barcode     string // BarcodePrinted, BarcodeFree or None; "": as the printer wants it
	BarcodeSize int    // in percent, 80 to 120
}

// The bindings.
const (
	Paperback = "paperback"
	Hardcover = "hardcover" // a case with the cover printed on it
	Jacket    = "jacket"    // a cover of paper around a case, with flaps
)

// Bindings are the values of [cover] binding.
var Bindings = []string{Paperback, Hardcover, Jacket}

// Where the art of a cover is.
const (
	OnFront = "front"
	OnWrap  = "wrap" // back, spine and front
)

// What becomes of the barcode, beside None.
const (
	BarcodePrinted = "printed"   // octavo prints it
	BarcodeFree    = "left-free" // its box is white, and the printer prints it
)

// The bounds of a book's spine and of a jacket's flaps.
const (
	spineLeast, spineMost = inch / 50, 5 * inch
	flapLeast, flapMost   = 3 * inch / 2, 8 * inch
)

// coverLooks are the keys of [cover] that say how the front looks: the EPUB's cover and the deck's title card look so, too.
var coverLooks = []string{"cover.art", "cover.art_on", "cover.design", "cover.ground", "cover.ink", "cover.accent"}

// plainCover returns the settings of a book whose [cover] is empty.
func plainCover() Cover {
	return Cover{Binding: Paperback, Paper: "white", ArtOn: OnFront, BarcodeSize: 100}
}

func coverRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "cover", Type: Table, Doc: "the cover of the printed book; with this table, octavo build makes it"},
			func(_ *decoder, c *Config, _ item) { c.Cover.Set = true }},
		choice("cover.binding", "how the book is bound: in paper, in a case with the cover printed on it, or in a case with a jacket around it",
			func(c *Config) *string { return &c.Cover.Binding }, Paperback, Hardcover, Jacket),
		text("cover.paper", `"white"`, "the paper of the inside, one that the printer has in styles/"+PrintersFile+`, such as "white" or "cream": the spine's width comes from it`,
			func(c *Config) *string { return &c.Cover.Paper }),
		markdown("cover.blurb", "what the back says of the book, in Markdown: paragraphs, small lists, and quotations of praise with their sources, each > … and > -- Name; without it the back says the description of [book]",
			func(c *Config) *string { return &c.Cover.Blurb }),
		markdown("cover.bio", "who the author is, in Markdown", func(c *Config) *string { return &c.Cover.Bio }),
		text("cover.photo", "", "a portrait of the author beside the bio, a picture by its path under manuscript/",
			func(c *Config) *string { return &c.Cover.Photo }),
		text("cover.art", "", "a picture for the cover, by its path under manuscript/", func(c *Config) *string { return &c.Cover.Art }),
		choice("cover.art_on", "what the art covers, the front alone or back, spine and front", func(c *Config) *string { return &c.Cover.ArtOn }, OnFront, OnWrap),
		text("cover.category", "", `where a bookshop shelves it, on the back, as in "Business / Sales"`, func(c *Config) *string { return &c.Cover.Category }),
		text("cover.price", "that of [review] or of [trade.price]", `the price on the back and in the barcode, as in "$18.00" or "£12.99"; "" prints none`, func(c *Config) *string { return &c.Cover.Price }),
		{Key{Path: "cover.design", Type: Text, Default: "the style's", Doc: "the design, one of those of styles: " + quoted(coverDesigns), Values: coverDesigns},
			func(dec *decoder, c *Config, it item) { dec.oneOf(&c.Cover.Design, it, coverDesigns...) }},
		hexColor("cover.ground", "the style's", "the colour of the ground", func(c *Config) *string { return &c.Cover.Ground }),
		hexColor("cover.ink", "the style's", "the colour of the words on it", func(c *Config) *string { return &c.Cover.Ink }),
		hexColor("cover.accent", "the style's", "the colour of ornaments", func(c *Config) *string { return &c.Cover.Accent }),
		distance("cover.spine", "from the pages and the paper", "the spine's width, where the printer's own calculator or template has another than octavo",
			spineLeast, spineMost, func(c *Config) *Length { return &c.Cover.Spine }),
		distance("cover.flap", "the printer's", "the width of each flap of a jacket", flapLeast, flapMost, func(c *Config) *Length { return &c.Cover.Flap }),
		{Key{Path: "cover.barcode", Type: Text, Default: "as the printer wants it",
			Doc: `the barcode of the ISBN: "printed" by octavo, its box "left-free" for the printer, or "none"`, Values: barcodes},
			func(dec *decoder, c *Config, it item) { dec.oneOf(&c.Cover.Barcode, it, barcodes...) }},
		whole("cover.barcode_size", "100", "the size of the barcode in percent, 80 to 120", 80, 120, func(c *Config) *int { return &c.Cover.BarcodeSize }),
	}
}

var (
	coverDesigns = []string{Label, Halftone, Poster}
	barcodes     = []string{BarcodePrinted, BarcodeFree, None}
)

// markdown returns a key whose value is read as Markdown, and so is stored as it is written: see Config.Value.
func markdown(path, doc string, field func(*Config) *string) row[Config] {
	return row[Config]{Key{Path: path, Type: Text, Doc: doc}, func(_ *decoder, c *Config, it item) { *field(c) = it.value.(string) }}
}

// completeCover checks keys of [cover] against each other.
func (dec *decoder) completeCover(c *Config) {
	_, flap := c.places["cover.flap"]
	if flap && c.Cover.Binding != Jacket {
		dec.at("toml-value", "cover.flap", "only a jacket has flaps, and the binding is %q", c.Cover.Binding).
			Note("write binding = %q, or delete the line", Jacket)
	}
}
