package page_test

import (
	"os"

	"octavo/cmd/octavo/internal/page"
)

// Dump writes what is on pages, for golden files.
func ExampleDump() {
	pg := &page.Page{Width: 360 * page.Pt, Height: 576 * page.Pt, Label: "iv", Items: []page.Item{
		&page.Rule{X: 36 * page.Pt, Y: 72 * page.Pt, W: 100 * page.Pt, H: page.Pt / 2, Color: page.Black},
	}}
	if err := page.Dump(os.Stdout, []*page.Page{pg}); err != nil {
		panic(err)
	}
	// Output:
	// page 1 "iv" 360.000 × 576.000
	//   rule 36.000,72.000 100.000 × 0.500
}
