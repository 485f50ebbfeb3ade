package tabletop

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// The format of a saved object of Tabletop Simulator, as the program writes it: a saved game of which only the objects count
// (kb.tabletopsimulator.com, Save File Format). The names of fields are the program's; it takes what is missing as its default.

type save struct {
	SaveName       string
	GameMode       string
	Gravity        float64
	PlayArea       float64
	Date           string // of the game's saving; left empty, so that the file is always the same
	Table          string
	Sky            string
	Note           string
	Rules          string
	LuaScript      string
	LuaScriptState string
	XmlUI          string
	VersionNumber  string
	ObjectStates   []*object
}

type object struct {
	GUID             string
	Name             string // "DeckCustom" or "Card"
	Transform        transform
	Nickname         string
	Description      string
	GMNotes          string
	ColorDiffuse     color
	Tags             []string `json:",omitempty"`
	Locked           bool
	Grid             bool
	Snap             bool
	Autoraise        bool
	Sticky           bool
	Tooltip          bool
	HideWhenFaceDown bool
	Hands            bool
	CardID           int `json:",omitempty"` // number of the grid × 100 + place on it, from 0
	SidewaysCard     bool
	DeckIDs          []int `json:",omitempty"`
	CustomDeck       map[string]*customDeck
	LuaScript        string
	LuaScriptState   string
	XmlUI            string
	ContainedObjects []*object `json:",omitempty"`
}

type transform struct {
	PosX   float64 `json:"posX"`
	PosY   float64 `json:"posY"`
	PosZ   float64 `json:"posZ"`
	RotX   float64 `json:"rotX"`
	RotY   float64 `json:"rotY"`
	RotZ   float64 `json:"rotZ"`
	ScaleX float64 `json:"scaleX"`
	ScaleY float64 `json:"scaleY"`
	ScaleZ float64 `json:"scaleZ"`
}

type color struct {
	R float64 `json:"r"`
	G float64 `json:"g"`
	B float64 `json:"b"`
}

type customDeck struct {
	FaceURL, BackURL    string
	NumWidth, NumHeight int
	BackIsHidden        bool // others see the back of a card in a hand; false: the last cell of the fronts
	UniqueBack          bool
	Type                int // 0: a rectangle with round corners
}

// Of an object's place on the table: dropped from above, read from the near side; face down it is turned about its long axis.
const (
	dropHeight = 1
	towards    = 180
	faceDown   = 180
)

// tint is the one that the program gives cards, whose pictures it does not change.
const tint = 0.713235259

// SavedObject returns the file that Tabletop Simulator lists among its saved objects: a deck that lies face down, or, of one card, the
// card. Pictures are named by their files alone, which the program finds in its folder Mods/Images. The same deck gives the same bytes.
func SavedObject(d *Deck) ([]byte, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	ids := guids{}
	var cards []*object
	all := map[string]*customDeck{}
	var order []int
	for i, g := range d.Grids {
		key := strconv.Itoa(i + 1)
		all[key] = &customDeck{FaceURL: d.Fronts[i], BackURL: d.Backs[i], NumWidth: g.Columns, NumHeight: g.Rows,
			BackIsHidden: !g.Hidden, UniqueBack: true}
		for k := range g.Cards {
			c := d.Cards[g.First+k]
			for copy := range max(1, c.Copies) {
				o := ids.object("Card", d.Title+"\x00"+c.ID+"\x00"+strconv.Itoa(copy))
				o.Nickname, o.Description, o.Tags = c.Title, c.Text, c.Tags
				o.CardID = (i+1)*100 + k
				o.Hands = true
				o.CustomDeck = map[string]*customDeck{key: all[key]}
				cards, order = append(cards, o), append(order, o.CardID)
			}
		}
	}
	top := cards[0]
	if len(cards) > 1 {
		top = ids.object("DeckCustom", d.Title)
		top.Nickname, top.Description = d.Title, d.Author
		top.DeckIDs, top.CustomDeck, top.ContainedObjects = order, all, cards
	}
	return encode(save{Gravity: 0.5, PlayArea: 0.5, ObjectStates: []*object{top}})
}

// guids are the identifiers of a file's objects: six hexadecimal digits each, no two alike.
type guids map[string]bool

// object returns a new object; the identifier follows from what it is.
func (g guids) object(name, what string) *object {
	id := ""
	for n := 0; id == "" || g[id]; n++ {
		sum := sha256.Sum256([]byte(name + "\x00" + what + "\x00" + strconv.Itoa(n)))
		id = hex.EncodeToString(sum[:3])
	}
	g[id] = true
	return &object{GUID: id, Name: name, ColorDiffuse: color{tint, tint, tint}, Grid: true, Snap: true, Autoraise: true, Sticky: true,
		Tooltip: true, Transform: transform{PosY: dropHeight, RotY: towards, RotZ: faceDown, ScaleX: 1, ScaleY: 1, ScaleZ: 1}}
}
