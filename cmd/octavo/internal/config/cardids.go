package config

import (
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/diag"
)

// CardIDs returns the ids of the sizes of cards, in the order of the file, as the functions below do.
func (c *Cards) CardIDs() []string {
	return idsOf(c.Cards, func(s *CardSize) []string { return []string{s.ID} })
}

// SheetIDs returns the ids of the sheets.
func (c *Cards) SheetIDs() []string {
	return idsOf(c.Sheets, func(s *Sheet) []string { return []string{s.ID} })
}

// StockIDs returns the numbers of the stocks, with those of their equals.
func (c *Cards) StockIDs() []string {
	return idsOf(c.Stocks, func(s *Stock) []string { return append([]string{s.ID}, s.Same...) })
}

// ServiceIDs returns the ids of the print services.
func (c *Cards) ServiceIDs() []string {
	return idsOf(c.Services, func(s *Service) []string { return []string{s.ID} })
}

// IDs returns the names of the calibrated printers.
func (c *Calibrations) IDs() []string {
	return idsOf(c.Printers, func(p *CalibratedPrinter) []string { return []string{p.ID} })
}

func idsOf[T any](list []T, ids func(*T) []string) (out []string) {
	for i := range list {
		out = append(out, ids(&list[i])...)
	}
	return out
}

// ChooseService returns the service that --for names; its error says which there are.
func (c *Cards) ChooseService(name string) (*Service, error) {
	known := c.ServiceIDs()
	if name == "" {
		return nil, fmt.Errorf("say with --for whom the files are for: %s", strings.Join(known, ", "))
	}
	if s := c.Service(name); s != nil {
		return s, nil
	}
	hint := ""
	if near := diag.Suggest(name, known); near != "" {
		hint = "did you mean " + near + "? "
	}
	return nil, fmt.Errorf("there is no service %q; %sthere are %s", name, hint, strings.Join(known, ", "))
}
