package config

import (
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/contrast"
)

// What a fine press adds to a page: a second ink, ornaments, and a title page of its own.

// Ink is the second ink of a style, beside black.
type Ink struct {
	Color   string   // as a screen shows it, "#rrggbb"; None: the style prints in black alone
	Process [4]int   // cyan, magenta, yellow and black on a press, in percent; all 0: made from Color
	Name    string   // of its plate where it is printed as a spot colour
	On      []string // what is printed in it: the constants On…
}

// What a style may print in its second ink.
const (
	OnInitial  = "initial"
	OnNumber   = "number"
	OnTitle    = "title"
	OnSection  = "section"
	OnMaxim    = "maxim"
	OnLabel    = "label"
	OnOrnament = "ornament"
)

// Has reports whether the style has a second ink.
func (k *Ink) Has() bool { return k.Color != "" && k.Color != None }

// Prints reports whether something is printed in the second ink.
func (k *Ink) Prints(what string) bool { return k.Has() && slices.Contains(k.On, what) }

// RGB returns the ink's colour on a screen.
func (k *Ink) RGB() contrast.RGB {
	c, _ := contrast.Parse(k.Color)
	return c
}

// Ornament says which ornaments a style has.
type Ornament struct {
	Signs string // characters of the text font that rows and tail pieces are made of, 1 to 4
	Head  string // None, Rule, Signs or Vine: above a chapter's number
	Tail  string // None, Sign or Pyramid: under a chapter's end
}

// TitlePage is how a style sets the title page.
type TitlePage struct {
	Layout string   // Plain or OldStyle
	Device string   // None or Sign: an ornament above the publisher
	Ink    []string // the lines in the second ink: InTitle … InYear
}

// The values of the keys of [ornament] and [title].
const (
	Rule    = "rule"    // a thick rule over a thin one
	Signs   = "signs"   // a row of signs
	Vine    = "vine"    // a branch that octavo draws
	Sign    = "sign"    // one sign
	Pyramid = "pyramid" // signs in rows that grow shorter, three to one
	Plain   = "plain"

	InTitle     = "title"
	InSubtitle  = "subtitle"
	InAuthor    = "author"
	InDevice    = "device"
	InPublisher = "publisher"
	InYear      = "year"
)

// The ways to print the second ink, [print] ink.
const (
	InkProcess = "process" // in cyan, magenta, yellow and black
	InkSpot    = "spot"    // on a plate of its own
	InkBlack   = "black"   // in the ink of the text
)

var inkWays = []string{InkBlack, InkProcess, InkSpot}

// pressRows are the rows of [ink], [ornament] and [title].
func pressRows() []row[Style] {
	return []row[Style]{
		{Key{Path: "ink", Type: Table, Doc: "a second ink beside black; [print] ink of book.toml says how presses print it"}, nil},
		{Key{Path: "ink.color", Type: Text, Default: `"none"`,
			Doc: `its colour on a screen, "#rrggbb", dark enough for text on white (4.5 to 1); or "none"`, Form: inkForm},
			func(dec *decoder, s *Style, it item) { dec.inkColor(&s.Ink.Color, it) }},
		{Key{Path: "ink.process", Type: Text, Default: `"none"`,
			Doc: "what a press mixes it from where that is not what the screen's colour comes to: cyan, magenta, yellow and black in percent, less than 240 together, as in \"0 95 85 10\"; or \"none\"", Form: &partsForm},
			func(dec *decoder, s *Style, it item) { dec.process(&s.Ink.Process, it) }},
		{Key{Path: "ink.name", Type: Text, Default: `"Rubric"`, Doc: "the name of its plate where it is printed as a spot colour, such as one in a book of samples", Form: plateForm},
			func(dec *decoder, s *Style, it item) { dec.plateName(&s.Ink.Name, it) }},
		among("ink.on", "what is printed in it", func(s *Style) *[]string { return &s.Ink.On },
			OnInitial, OnNumber, OnTitle, OnSection, OnMaxim, OnLabel, OnOrnament),

		{Key{Path: "ornament", Type: Table, Doc: "ornaments; that of a break between paragraphs is break under [mark]"}, nil},
		sign("ornament.signs", `"❦"`, "the signs of the text font that rows and tail pieces are made of, in turn", 4, func(s *Style) *string { return &s.Ornament.Signs }),
		choice("ornament.head", "the head piece above a chapter's number, as wide as the text: two rules, a row of signs, or a branch that octavo draws",
			func(s *Style) *string { return &s.Ornament.Head }, None, Rule, Signs, Vine),
		choice("ornament.tail", "the tail piece under a chapter's end, where the page has room: a sign, or signs in rows that grow shorter",
			func(s *Style) *string { return &s.Ornament.Tail }, None, Sign, Pyramid),

		{Key{Path: "title", Type: Table, Doc: "the title page"}, nil},
		choice("title.layout", "how it is set: at the sinkage in the face of chapters, or in letterspaced capitals over the height of the page, in lines that grow shorter, with the year in roman figures",
			func(s *Style) *string { return &s.Title.Layout }, Plain, OldStyle),
		choice("title.device", "an ornament above the publisher and on the colophon, where book.toml names no picture of one", func(s *Style) *string { return &s.Title.Device }, None, Sign),
		among("title.ink", "the lines in the second ink", func(s *Style) *[]string { return &s.Title.Ink },
			InTitle, InSubtitle, InAuthor, InDevice, InPublisher, InYear),
	}
}

// plainPress sets the defaults of the keys of a fine press.
func (s *Style) plainPress() {
	s.Ink = Ink{Color: None, Name: "Rubric"}
	s.Ornament = Ornament{Signs: "❦", Head: None, Tail: None}
	s.Title = TitlePage{Layout: Plain, Device: None}
}

// among returns a key with a list of values, each among a few; the default is none of them.
func among[T any](path, doc string, field func(*T) *[]string, values ...string) row[T] {
	return row[T]{Key{Path: path, Type: Texts, Default: "[]", Doc: doc + ", of " + quoted(values), Values: values}, func(dec *decoder, t *T, it item) {
		chosen := []string{}
		for _, one := range it.value.([]item) {
			name := ""
			if dec.oneOf(&name, one, values...); name != "" && !slices.Contains(chosen, name) {
				chosen = append(chosen, name)
			}
		}
		*field(t) = chosen
	}}
}

// inkColor stores the colour of a second ink.
func (dec *decoder) inkColor(field *string, it item) {
	text := strings.ToLower(it.value.(string))
	c, ok := contrast.Parse(text)
	switch {
	case text == None:
		*field = None
	case !ok:
		dec.wrong(it, "must be a colour, # and six hexadecimal digits, or \"none\", not %q", text).Note(`write color = "#a3241c"`)
	case contrast.Ratio(c, contrast.White) < contrast.Text:
		dec.wrong(it, "is too pale for text: a contrast of %s to white, where %s is the least", ratio(contrast.Ratio(c, contrast.White)), ratio(contrast.Text)).
			Note("%q is the same colour, dark enough", c.OnWhite())
	default:
		*field = c.String()
	}
}

// plateName stores the name of a plate. Those of the process inks, All and None mean other things to a press (ISO 32000-1, 8.6.6.4).
func (dec *decoder) plateName(field *string, it item) {
	name, ok := dec.filled(it)
	if !ok {
		return
	}
	if !plateForm.Admits(name) {
		dec.wrong(it, "must be the name of an ink of its own: to a press, %q is something else", name).Note(`write name = "Rubric", or the ink's name in a book of samples`)
		return
	}
	*field = name
}

func ratio(r float64) string { return strconv.FormatFloat(float64(int(r*10))/10, 'f', 1, 64) + " to 1" }

// MostInk is the limit of all inks together on one place, in percent. Lightning Source asks for less than this.
const MostInk = 240

// process stores the parts of an ink, or none.
func (dec *decoder) process(field *[4]int, it item) {
	words := strings.Fields(it.value.(string))
	var parts [4]int
	sum := 0
	if !partsForm.Admits(it.value.(string)) {
		sum = MostInk
	} else if len(words) == 1 { // "none"
		*field = parts
		return
	} else {
		for i, word := range words {
			parts[i], _ = strconv.Atoi(word)
			sum += parts[i]
		}
	}
	if sum == 0 || sum >= MostInk {
		dec.wrong(it, "must be four numbers of 0 to 100, less than %d together, not %q", MostInk, it.value).
			Note(`write process = "0 95 85 10" for a red of magenta and yellow with a little black`)
		return
	}
	*field = parts
}
