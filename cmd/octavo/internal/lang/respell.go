package lang

import (
	"reflect"
	"strings"
)

// respell changes how the language's printed words are spelled: all strings in it but those of Rules and Reader, which readers
// and authors write.
func (l *Language) respell(how *strings.Replacer) {
	rules, reader := l.Rules, l.Reader
	l.Rules, l.Reader = Rules{}, Reader{} // slices and maps are changed in place
	respell(reflect.ValueOf(l).Elem(), how)
	l.Rules, l.Reader = rules, reader
}

func respell(v reflect.Value, how *strings.Replacer) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(how.Replace(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			respell(v.Field(i), how)
		}
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			respell(v.Index(i), how)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			changed := reflect.New(v.Type().Elem()).Elem()
			changed.Set(v.MapIndex(key))
			if changed.Kind() != reflect.Bool {
				respell(changed, how)
				v.SetMapIndex(key, changed)
			}
		}
	}
}
