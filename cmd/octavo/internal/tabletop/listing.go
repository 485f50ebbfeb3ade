package tabletop

import (
	"bytes"

	"octavo/cmd/octavo/internal/diag"
)

// The listing of a deck for any program: names with small letters and underscores, as in the project's other files for programs.

type listing struct {
	Version int          `json:"octavo_deck"` // 1; it changes when a key changes its meaning or goes
	Title   string       `json:"title"`
	Author  string       `json:"author"`
	Width   int          `json:"card_width"`
	Height  int          `json:"card_height"`
	Sheets  []listedGrid `json:"sheets"`
	Cards   []listedCard `json:"cards"`
}

type listedGrid struct {
	Front   string `json:"front"`
	Back    string `json:"back"`
	Columns int    `json:"columns"`
	Rows    int    `json:"rows"`
	Cards   int    `json:"cards"`
	Hidden  int    `json:"hidden"` // the cell, from 0, of what others see of a card in a hand; -1: none
}

type listedCard struct {
	ID     string   `json:"id"`
	Title  string   `json:"title"`
	Text   string   `json:"text"`
	Themes []string `json:"themes"`
	Sheet  int      `json:"sheet"` // from 0
	Cell   int      `json:"cell"`  // on the sheet, row by row, from 0
	Copies int      `json:"copies"`
}

// Listing returns a description of a deck in JSON: its sheets, and of each card where it stands and what it says.
func Listing(d *Deck) ([]byte, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	l := listing{Version: 1, Title: d.Title, Author: d.Author, Width: d.Size.W, Height: d.Size.H, Cards: []listedCard{}}
	for i, g := range d.Grids {
		hidden := -1
		if g.Hidden {
			hidden = g.Columns*g.Rows - 1
		}
		l.Sheets = append(l.Sheets, listedGrid{d.Fronts[i], d.Backs[i], g.Columns, g.Rows, g.Cards, hidden})
		for k := range g.Cards {
			c := d.Cards[g.First+k]
			l.Cards = append(l.Cards, listedCard{c.ID, c.Title, c.Text, append([]string{}, c.Tags...), i, k, max(1, c.Copies)})
		}
	}
	return encode(l)
}

// encode returns a value in JSON, with its words as they are.
func encode(v any) ([]byte, error) {
	var out bytes.Buffer
	if err := diag.EncodeJSON(&out, v); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
