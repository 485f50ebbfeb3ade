package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// recorded holds the metadata of a picture's file.
type recorded struct {
	dpi  float64     // dots per inch; 0: not recorded
	turn orientation // 0: not recorded
}

var errTruncated = errors.New("its end is missing")

// errTwoSizes is the error for a picture whose header and whose pixels differ in size.
var errTwoSizes = errors.New("its header and its pixels differ in size")

const metresPerInch = 0.0254

// pngHeader is the length of a PNG's signature.
const pngHeader = 8

// readPNG checks the chunks of a PNG up to its end, with their checksums, and returns the metadata of its pHYs and eXIf
// chunks (PNG specification, third edition, 5.3, 11.3.4.3 and 11.3.4.5).
func readPNG(raw []byte) (says recorded, err error) {
	for at := pngHeader; ; {
		chunk, err := pngChunk(raw, at)
		if err != nil {
			return recorded{}, err
		}
		if crc32.ChecksumIEEE(chunk) != binary.BigEndian.Uint32(raw[at+4+len(chunk):]) {
			return recorded{}, errors.New("a checksum is wrong")
		}
		switch data := chunk[4:]; string(chunk[:4]) {
		case "pHYs":
			if len(data) == 9 && data[8] == 1 {
				says.dpi = float64(binary.BigEndian.Uint32(data)) * metresPerInch
			}
		case "eXIf":
			says.turn = readExif(bytes.TrimPrefix(data, exifHead)).turn // some programs write the header of JPEG's segment here too
		case "IEND":
			return says, nil
		}
		at += 8 + len(chunk)
	}
}

// pngChunk returns the type and the data of the chunk that begins at an offset of a PNG. Its sum comes after it.
func pngChunk(raw []byte, at int) ([]byte, error) {
	if len(raw)-at < 12 {
		return nil, errTruncated
	}
	size := int64(binary.BigEndian.Uint32(raw[at:]))
	if int64(len(raw)-at) < size+12 {
		return nil, errTruncated
	}
	return raw[at+4 : at+8+int(size)], nil
}

// exifHead is the header of a JPEG's Exif segment.
var exifHead = []byte("Exif\x00\x00")

// readJPEG looks for a JPEG's end marker and returns the metadata of its JFIF and Exif segments, preferring JFIF's
// resolution.
func readJPEG(raw []byte) (recorded, error) {
	if !bytes.Contains(raw[len(raw)/2:], []byte{0xFF, 0xD9}) {
		return recorded{}, errTruncated
	}
	var jfif float64
	var exif recorded
	err := jpegSegments(raw, func(marker byte, data []byte) {
		switch {
		case marker == 0xE0 && bytes.HasPrefix(data, []byte("JFIF\x00")) && len(data) >= 12:
			density := float64(binary.BigEndian.Uint16(data[8:]))
			switch data[7] {
			case 1:
				jfif = density
			case 2:
				jfif = density * 2.54
			}
		case marker == 0xE1 && bytes.HasPrefix(data, exifHead) && exif == recorded{}:
			exif = readExif(data[len(exifHead):])
		}
	})
	if jfif > 0 {
		exif.dpi = jfif
	}
	return exif, err
}

// jpegSegments calls f with the marker and the data of each segment before a JPEG's picture.
func jpegSegments(raw []byte, f func(marker byte, data []byte)) error {
	for at := 2; at+4 <= len(raw) && raw[at] == 0xFF; {
		marker := raw[at+1]
		switch {
		case marker == 0xFF: // padding
			at++
			continue
		case marker == 0xDA || marker == 0xD9: // start of scan, end
			return nil
		case marker >= 0xD0 && marker <= 0xD8 || marker == 0x01: // these have no data
			at += 2
			continue
		}
		size := int(binary.BigEndian.Uint16(raw[at+2:]))
		if size < 2 || at+2+size > len(raw) {
			return errTruncated
		}
		f(marker, raw[at+4:at+2+size])
		at += 2 + size
	}
	return nil
}

// readExif reads Orientation (0x0112), XResolution (0x011A) and ResolutionUnit (0x0128) of the first directory of a
// TIFF file (TIFF 6.0, section 2). Cameras and editors write many invalid ones: fields that cannot be read are ignored.
func readExif(tiff []byte) (says recorded) {
	var order binary.ByteOrder
	switch {
	case len(tiff) < 8:
		return says
	case string(tiff[:4]) == "II*\x00":
		order = binary.LittleEndian
	case string(tiff[:4]) == "MM\x00*":
		order = binary.BigEndian
	default:
		return says
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return says
	}
	const short, long = 3, 4
	unit := uint16(2)
	for i := range int64(order.Uint16(tiff[at:])) {
		e := at + 2 + i*12
		if e+12 > int64(len(tiff)) {
			break
		}
		field := tiff[e : e+12] // tag, type, count, value
		switch order.Uint16(field) {
		case 0x0112:
			value := uint32(0)
			switch order.Uint16(field[2:]) {
			case short:
				value = uint32(order.Uint16(field[8:]))
			case long:
				value = order.Uint32(field[8:])
			}
			if value <= uint32(lastOrientation) && order.Uint32(field[4:]) == 1 {
				says.turn = orientation(value)
			}
		case 0x011A:
			v := int64(order.Uint32(field[8:]))
			if v+8 <= int64(len(tiff)) && order.Uint32(tiff[v+4:]) != 0 {
				says.dpi = float64(order.Uint32(tiff[v:])) / float64(order.Uint32(tiff[v+4:]))
			}
		case 0x0128:
			unit = order.Uint16(field[8:])
		}
	}
	switch unit {
	case 2:
	case 3:
		says.dpi *= 2.54
	default:
		says.dpi = 0
	}
	return says
}
