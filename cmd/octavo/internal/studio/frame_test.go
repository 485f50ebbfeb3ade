package studio

import "testing"

// TestPageOpens: the address leads to the book's pages, without its token, and nobody is kept out.
func TestPageOpens(t *testing.T) {
	b := open(t, shipped(t))
	b.wait(`document.querySelector(".spread canvas")`)
	b.wait(`document.title.includes("Write This Down")`)
	var address string
	if b.eval("location.href", &address); address != "http://127.0.0.1:"+b.port()+"/" {
		t.Errorf("the address is %s", address)
	}
	b.axe()
}
