package studio

import (
	"encoding/json"
	"net/http"
)

// answer answers a request with a value as JSON.
func answer(w http.ResponseWriter, value any) {
	data, err := json.Marshal(value)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_, _ = w.Write(data) // who has gone is not told
}

// problem is what a page in the browser is told of a request that failed.
type problem struct {
	Message string `json:"message"`
	Help    string `json:"help,omitempty"`
}

// refuse answers a request that cannot be met, with what is wrong and what to do.
func refuse(w http.ResponseWriter, status int, p problem) {
	data, _ := json.Marshal(p)
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(data)
}
