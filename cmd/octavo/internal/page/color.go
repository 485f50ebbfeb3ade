package page

// RGB is the ink as a screen shows it, by the plain formula without a profile: for pictures that nobody prints.
func (c Color) RGB() (r, g, b uint8) {
	part := func(v uint8) uint8 {
		return uint8((100 - int(min(v, 100))) * (100 - int(min(c.K, 100))) * 255 / 10000)
	}
	return part(c.C), part(c.M), part(c.Y)
}
