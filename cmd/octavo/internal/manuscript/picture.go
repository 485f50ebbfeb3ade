package manuscript

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	_ "image/gif"  // the formats that a picture may have
	_ "image/jpeg" // "
	_ "image/png"  // "
	"io/fs"
	"net/url"
	"os"
	"path"
	"strings"

	"octavo/cmd/octavo/internal/crew"
	"octavo/cmd/octavo/internal/diag"
)

// The limits of a picture: its file, its area, and the area up to which it is decoded to see that it is sound. A larger
// one has only the parts of its file checked: to decode it costs more time and memory than it is worth here.
const (
	maxPicture       = 64 << 20  // bytes
	maxPixels        = 100 << 20 // pixels
	maxDecodedPixels = 1 << 20   // pixels
)

// readPictures reads every picture that an image names, once.
func readPictures(root *os.Root, dir string, book *Book, files []*parsed) diag.List {
	type use struct {
		img  *Image
		name string
	}
	var diags diag.List
	var uses []use
	var names []string
	index := map[string]int{}
	for _, p := range files {
		for _, img := range p.images {
			name, problem := pictureName(img, p.chapter.File)
			diags = append(diags, problem...)
			if name == "" {
				continue
			}
			if _, ok := index[name]; !ok {
				index[name] = len(names)
				names = append(names, name)
			}
			uses = append(uses, use{img, name})
		}
	}
	pictures := make([]*Picture, len(names))
	failures := make([]error, len(names))
	crew.Each(len(names), func(i int) {
		raw, err := readFile(root, dir, names[i], maxPicture)
		if err == nil {
			pictures[i], err = decode(names[i], raw)
		}
		failures[i] = err
	})
	for i, p := range pictures {
		if p != nil {
			book.Pictures[names[i]] = p
		}
	}
	for _, u := range uses {
		i := index[u.name]
		u.img.File = pictures[i]
		if err := failures[i]; err != nil {
			reportPicture(&diags, u.img, u.name, err)
		}
	}
	return diags
}

// pictureName is the path of an image's picture under the manuscript folder, "" when it names none.
func pictureName(img *Image, file string) (string, diag.List) {
	var diags diag.List
	name := img.Path
	if isRemote(name) {
		diags.Errorf("picture-remote", img.Pos, "the picture %q is on a network", name).
			Note("save it into the manuscript's folder; a book is made of what lies there")
		return "", diags
	}
	if s, err := url.PathUnescape(name); err == nil {
		name = s
	}
	if name == "" {
		diags.Errorf("picture-missing", img.Pos, "this picture names no file").
			Note("write ![description](picture.png)")
		return "", diags
	}
	if strings.HasPrefix(name, "/") || strings.IndexByte(name, 0) >= 0 {
		reportPicture(&diags, img, name, errOutside)
		return "", diags
	}
	return path.Join(path.Dir(file), name), diags
}

// isRemote says whether an address has a scheme ("https:", "data:") or a host.
func isRemote(address string) bool {
	if strings.HasPrefix(address, "//") {
		return true
	}
	scheme, _, ok := strings.Cut(address, ":")
	if !ok || len(scheme) < 2 {
		return false
	}
	for _, c := range []byte(scheme) {
		if !(c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.') {
			return false
		}
	}
	return true
}

func reportPicture(diags *diag.List, img *Image, name string, err error) {
	var big *tooLargeError
	switch {
	case errors.Is(err, errOutside):
		diags.Errorf("picture-outside", img.Pos, "the picture %q is outside the manuscript's folder", img.Path).
			Note("copy it into the folder and name it by its path there")
	case errors.Is(err, fs.ErrNotExist):
		diags.Errorf("picture-missing", img.Pos, "there is no picture %q in the manuscript's folder", name).
			Note("put the file there, or mend its name; small and capital letters differ")
	case errors.As(err, &big):
		diags.Errorf("picture-unreadable", img.Pos, "the picture %q has %d MB; it may have %d",
			name, big.size>>20, maxPicture>>20).Note("save it smaller")
	default:
		diags.Errorf("picture-unreadable", img.Pos, "cannot read the picture %q: %v", name, cause(err)).
			Note("open it in a picture editor and save it as PNG or JPEG")
	}
}

// decode makes a Picture of a file's bytes and sees that the file is whole.
func decode(name string, raw []byte) (*Picture, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(raw))
	if errors.Is(err, image.ErrFormat) {
		return nil, errors.New("it is no PNG, JPEG or GIF")
	}
	if err != nil {
		return nil, fmt.Errorf("it is broken: %w", err)
	}
	pixels := int64(config.Width) * int64(config.Height)
	if pixels <= 0 {
		return nil, errors.New("it has no pixels")
	}
	if pixels > maxPixels {
		return nil, fmt.Errorf("it has %d × %d pixels, more than 100 million", config.Width, config.Height)
	}
	p := &Picture{Path: name, Format: format, Data: raw, Width: config.Width, Height: config.Height}
	switch format {
	case "png":
		p.DPI, err = readPNG(raw)
	case "jpeg":
		p.DPI, err = readJPEG(raw)
	case "gif":
		if !bytes.HasSuffix(bytes.TrimRight(raw, "\x00"), []byte{0x3B}) {
			err = errTruncated
		}
	}
	if err == nil && pixels <= maxDecodedPixels {
		_, _, err = image.Decode(bytes.NewReader(raw))
	}
	if err != nil {
		return nil, fmt.Errorf("it is broken: %w", err)
	}
	return p, nil
}

var errTruncated = errors.New("its end is missing")

const metresPerInch = 0.0254

// readPNG walks the chunks of a PNG up to its end, checks their sums, and gives the resolution that its pHYs chunk
// records, in dots per inch (PNG specification, 5.3 and 11.3.4.3).
func readPNG(raw []byte) (dpi float64, err error) {
	for at := 8; ; {
		if len(raw)-at < 12 {
			return 0, errTruncated
		}
		size := int64(binary.BigEndian.Uint32(raw[at:]))
		if int64(len(raw)-at) < size+12 {
			return 0, errTruncated
		}
		chunk := raw[at+4 : at+8+int(size)]
		if crc32.ChecksumIEEE(chunk) != binary.BigEndian.Uint32(raw[at+8+int(size):]) {
			return 0, errors.New("a checksum is wrong")
		}
		switch data := chunk[4:]; string(chunk[:4]) {
		case "pHYs":
			if len(data) == 9 && data[8] == 1 {
				dpi = float64(binary.BigEndian.Uint32(data)) * metresPerInch
			}
		case "IEND":
			return dpi, nil
		}
		at += int(size) + 12
	}
}

// readJPEG walks the segments of a JPEG up to its picture, looks for the mark of its end, and gives the resolution that
// its JFIF or Exif segment records, in dots per inch, JFIF first.
func readJPEG(raw []byte) (dpi float64, err error) {
	if !bytes.Contains(raw[len(raw)/2:], []byte{0xFF, 0xD9}) {
		return 0, errTruncated
	}
	var exif float64
	for at := 2; at+4 <= len(raw) && raw[at] == 0xFF; {
		marker := raw[at+1]
		switch {
		case marker == 0xFF:
			at++
			continue
		case marker == 0xDA || marker == 0xD9: // start of scan, end
			at = len(raw)
			continue
		case marker >= 0xD0 && marker <= 0xD8 || marker == 0x01:
			at += 2
			continue
		}
		size := int(binary.BigEndian.Uint16(raw[at+2:]))
		if size < 2 || at+2+size > len(raw) {
			return 0, errTruncated
		}
		data := raw[at+4 : at+2+size]
		switch {
		case marker == 0xE0 && bytes.HasPrefix(data, []byte("JFIF\x00")) && len(data) >= 12:
			density := float64(binary.BigEndian.Uint16(data[8:]))
			switch data[7] {
			case 1:
				dpi = density
			case 2:
				dpi = density * 2.54
			}
		case marker == 0xE1 && bytes.HasPrefix(data, []byte("Exif\x00\x00")):
			exif = exifDPI(data[6:])
		}
		at += 2 + size
	}
	if dpi == 0 {
		dpi = exif
	}
	return dpi, nil
}

// exifDPI reads XResolution (0x011A) and ResolutionUnit (0x0128) of the first directory of a TIFF header.
func exifDPI(tiff []byte) float64 {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 0
	}
	resolution, unit := 0.0, uint16(2)
	for i := range int64(order.Uint16(tiff[at:])) {
		e := at + 2 + i*12
		if e+12 > int64(len(tiff)) {
			break
		}
		switch order.Uint16(tiff[e:]) {
		case 0x011A:
			v := int64(order.Uint32(tiff[e+8:]))
			if v+8 <= int64(len(tiff)) && order.Uint32(tiff[v+4:]) != 0 {
				resolution = float64(order.Uint32(tiff[v:])) / float64(order.Uint32(tiff[v+4:]))
			}
		case 0x0128:
			unit = order.Uint16(tiff[e+8:])
		}
	}
	switch unit {
	case 2:
		return resolution
	case 3:
		return resolution * 2.54
	}
	return 0
}
