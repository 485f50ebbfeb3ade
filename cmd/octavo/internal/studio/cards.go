package studio

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/page"
)

func (s *Studio) cardRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /api/cards", s.serveCards)
	mux.HandleFunc("GET /api/cards/faces", s.serveFaces)
	mux.HandleFunc("GET /api/cards/sheet/{n}", s.serveCardSheet)
}

// designs are the designs of cards, for who tries them.
var designs = []choice{{ID: config.Plate, Name: "Framed and centred"}, {ID: config.Ledger, Name: "Under a band of colour"},
	{ID: config.Field, Name: "On a pale ground"}}

// choice is something that an author can select.
type choice struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Color string `json:"color,omitempty"` // of a theme, as the deck has it
}

// choicesOf returns names of book.toml as an author selects them.
func choicesOf(names []config.Name) []choice {
	out := make([]choice, len(names))
	for i, n := range names {
		out[i] = choice{ID: n.ID, Name: n.Name}
	}
	return out
}

// deckAnswer is what the view of cards begins with.
type deckAnswer struct {
	State  int     `json:"state"`
	Old    bool    `json:"old,omitempty"` // errors keep the cards of this state from being set
	Fault  string  `json:"fault,omitempty"`
	Width  float64 `json:"width"` // of a card, in points
	Height float64 `json:"height"`
	Corner float64 `json:"corner"`
	Size   string  `json:"size"` // of a card, as an author says it

	Cards    []cardEntry   `json:"cards"`
	Sheets   []sheetEntry  `json:"sheets"`
	Without  int           `json:"without"` // entries that have no card
	Problems []cardProblem `json:"problems"`

	Styles  []choice `json:"styles"`
	Sizes   []choice `json:"sizes"`
	Designs []choice `json:"designs"`
	Papers  []choice `json:"papers"`
	Own     ownDeck  `json:"own"`
	groups
}

// ownDeck is what book.toml itself says of what can be tried.
type ownDeck struct {
	Style  string `json:"style"`
	Card   string `json:"card"`
	Design string `json:"design"`
	Sheet  string `json:"sheet"`
}

// groups are what entries can be filtered by.
type groups struct {
	Themes    []choice `json:"themes"`
	Kinds     []choice `json:"kinds"`
	Audiences []choice `json:"audiences"`
}

// cardEntry is one card of the deck.
type cardEntry struct {
	ID       string        `json:"id"`
	Label    string        `json:"label"` // its number
	Title    string        `json:"title"`
	Back     string        `json:"back"` // what it says, for who does not see it
	Entry    bool          `json:"entry"`
	Kind     string        `json:"kind,omitempty"`
	Themes   []string      `json:"themes,omitempty"`
	Audience []string      `json:"audience,omitempty"`
	Size     float64       `json:"size,omitempty"` // of the maxim's type, in points
	Page     int           `json:"page,omitempty"` // in the file of the book's pages
	Folio    string        `json:"folio,omitempty"`
	At       *place        `json:"at,omitempty"`
	Problems []cardProblem `json:"problems,omitempty"`
}

// sheetEntry is one side of a sheet of the printed deck; see printedSheet.
type sheetEntry struct {
	Number int     `json:"number"`
	Side   string  `json:"side"`
	Width  float64 `json:"width"` // in points
	Height float64 `json:"height"`
}

// cardProblem is what is wrong with a card, or with the deck.
type cardProblem struct {
	Error   bool     `json:"error"`
	Message string   `json:"message"`
	Help    []string `json:"help,omitempty"`
	At      *place   `json:"at,omitempty"`
}

// deckLookOf returns the look that a request asks for.
func deckLookOf(r *http.Request) deckLook {
	return deckLook{Style: r.FormValue("style"), Card: r.FormValue("card"), Design: r.FormValue("design"), Sheet: r.FormValue("sheet")}
}

// serveCards answers which cards there are.
func (s *Studio) serveCards(w http.ResponseWriter, r *http.Request) {
	l := deckLookOf(r)
	if l.Design != "" && !slices.ContainsFunc(designs, func(c choice) bool { return c.ID == l.Design }) {
		refuse(w, http.StatusBadRequest, problem{Message: "There is no such design of cards"})
		return
	}
	d := s.deck(r.Context(), l)
	out := deckAnswer{State: d.n, Old: d.old || d.broken(), Cards: []cardEntry{}, Sheets: []sheetEntry{}, Problems: []cardProblem{}, Designs: designs}
	if d.fault != nil {
		out.Fault = d.fault.Error()
	}
	st := s.book.state(r.Context(), look{})
	if d.cfg != nil {
		out.describe(d)
		out.own(st.project.Cfg)
	}
	if d.deck != nil {
		out.list(d, st)
	}
	answer(w, out)
}

// own says what book.toml has.
func (a *deckAnswer) own(cfg *config.Config) {
	if cfg != nil && cfg.CardStyle != nil {
		a.Own = ownDeck{Style: cfg.Deck.Style, Card: cfg.Deck.CardName, Design: cfg.CardStyle.Card.Design, Sheet: cfg.Deck.SheetName}
	}
}

// describe fills in what there is to select, and how large a card is.
func (a *deckAnswer) describe(d *deckState) {
	k := &d.cfg.Deck
	a.Width, a.Height, a.Corner = points(page.Length(k.Card.W)), points(page.Length(k.Card.H)), points(page.Length(k.Corner))
	a.Size = strings.Replace(k.Card.String(), "x", "×", 1)
	for _, name := range config.StyleNames(d.project.Root, d.project.Styles) {
		a.Styles = append(a.Styles, choice{ID: name, Name: sentence(name)})
	}
	table, _ := config.LoadCards(d.project.Styles)
	for _, c := range table.Cards {
		a.Sizes = append(a.Sizes, choice{ID: c.ID, Name: cmp.Or(c.Name, c.ID)})
	}
	for _, c := range table.Sheets {
		a.Papers = append(a.Papers, choice{ID: c.ID, Name: cmp.Or(c.Name, c.ID)})
	}
	a.groups = groupsOf(d.cfg, d.project.Book)
}

// groupsOf returns the themes, kinds and audiences that entries have or that book.toml declares, in its order.
func groupsOf(cfg *config.Config, bk *book.Book) groups {
	g := groups{Themes: choicesOf(cfg.Themes), Kinds: []choice{}, Audiences: choicesOf(cfg.Audiences)}
	if cfg.CardStyle != nil {
		inks := cards.Inks(cfg)
		for i := range g.Themes {
			if ink, ok := inks[g.Themes[i].ID]; ok {
				g.Themes[i].Color = css(ink)
			}
		}
	}
	used := map[string]bool{}
	if bk != nil {
		for _, e := range bk.Entries() {
			used[e.Kind] = true
		}
	}
	for _, k := range cfg.Kinds {
		if used[k.ID] {
			g.Kinds = append(g.Kinds, choice{ID: k.ID, Name: cfg.Lang.Capital(k.Name)})
		}
	}
	return g
}

// list fills in the cards, the sheets, and what is wrong with them. The pages of entries are those of st.
func (a *deckAnswer) list(d *deckState, st *state) {
	at := map[*book.Entry]int{}
	for i, label := range d.deck.Labels() {
		c := cardEntry{ID: d.deck.Cards[i].ID, Label: d.deck.Cards[i].Front.Label, Title: label.Title, Back: label.Text}
		if e := d.deck.Entry(i); e != nil {
			at[e] = i
			c.Entry, c.Kind, c.Themes, c.Audience, c.At = true, e.Kind, e.Themes, e.Audience, placeOf(e.Pos)
			c.Size = points(d.deck.MaximSize(i))
			c.Page, c.Folio = st.folioOf(e.ID)
		}
		a.Cards = append(a.Cards, c)
	}
	for _, e := range d.project.Book.Entries() {
		if !cards.HasCard(e) {
			a.Without++
		}
	}
	owners := newWhose(d.project.Book)
	for _, f := range d.found {
		p := cardProblem{Error: f.Severity == diag.Error, Message: sentence(f.Message), At: placeOf(f.Pos)}
		for _, n := range f.Notes {
			p.Help = append(p.Help, sentence(n))
		}
		if i, ok := at[owners.entry(f.Pos)]; ok {
			a.Cards[i].Problems = append(a.Cards[i].Problems, p)
		} else {
			a.Problems = append(a.Problems, p)
		}
	}
	for _, p := range d.sheets {
		a.Sheets = append(a.Sheets, sheetEntry{p.number, p.side, points(p.page.Width), points(p.page.Height)})
	}
}

// sentence returns a message of a diagnostic as a page in the browser shows it: it begins with a capital.
func sentence(message string) string {
	for i, r := range message {
		if i == 0 {
			return strings.ToUpper(string(r)) + message[len(string(r)):]
		}
	}
	return message
}

// faces is both sides of a card.
type faces struct {
	Front sheet `json:"front"`
	Back  sheet `json:"back"`
}

// mostFaces is how many cards one request may ask for.
const mostFaces = 200

// serveFaces answers both sides of cards, by their places in the deck: ?cards=0,1,2.
func (s *Studio) serveFaces(w http.ResponseWriter, r *http.Request) {
	d := s.deck(r.Context(), deckLookOf(r))
	asked := strings.Split(r.FormValue("cards"), ",")
	if d.deck == nil || len(asked) > mostFaces {
		refuse(w, http.StatusNotFound, problem{Message: "There are no such cards"})
		return
	}
	out := map[string]faces{}
	for _, a := range asked {
		i, err := strconv.Atoi(a)
		if err != nil || i < 0 || i >= len(d.deck.Cards) {
			continue // the deck may have become smaller
		}
		c := d.deck.Cards[i]
		f := faces{Front: s.glyphs.sheet(c.Front)}
		if c.Back != nil {
			f.Back = s.glyphs.sheet(c.Back)
		} else {
			f.Back = s.glyphs.sheet(&page.Page{Width: c.Front.Width, Height: c.Front.Height})
		}
		out[strconv.Itoa(i)] = f
	}
	answer(w, out)
}

// serveCardSheet answers a sheet of the printed deck by its number, from 1.
func (s *Studio) serveCardSheet(w http.ResponseWriter, r *http.Request) {
	d := s.deck(r.Context(), deckLookOf(r))
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 1 || n > len(d.sheets) {
		refuse(w, http.StatusNotFound, problem{Message: "There is no such sheet"})
		return
	}
	answer(w, s.glyphs.sheet(d.sheets[n-1].page))
}
