// A server of net/http for answers that stream: it passes the model's events on.
package main

import (
	"context"
	"io"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

const longestStream = 900 * time.Second

const question = `{"model": "gpt-5", "stream": true, "messages": [{"role": "user", "content": "Go on."}]}`

func stream(w http.ResponseWriter, r *http.Request) {
	// No limit on this route; the rest keeps the server's.
	control := http.NewResponseController(w)
	control.SetWriteDeadline(time.Time{})

	call, err := http.NewRequestWithContext(r.Context(), "POST", os.Getenv("OPENAI_BASE_URL")+"/chat/completions", strings.NewReader(question))
	if err != nil {
		panic(err)
	}
	call.Header.Set("Authorization", "Bearer "+os.Getenv("OPENAI_API_KEY"))
	call.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(call)
	if err != nil {
		http.Error(w, "the model does not answer", http.StatusBadGateway)
		return
	}
	defer answer.Body.Close()
	w.Header().Set("Content-Type", answer.Header.Get("Content-Type"))
	w.WriteHeader(answer.StatusCode)
	for piece := make([]byte, 32*1024); ; {
		n, err := answer.Body.Read(piece)
		w.Write(piece[:n])
		control.Flush()
		if err != nil {
			if err != io.EOF {
				panic(http.ErrAbortHandler)
			}
			return
		}
	}
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/stream", stream)
	server := &http.Server{
		Addr:         "127.0.0.1:8000",
		Handler:      mux,
		ReadTimeout:  30 * time.Second,
		WriteTimeout: 30 * time.Second,
		IdleTimeout:  75 * time.Second,
	}
	stop, _ := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	go server.ListenAndServe()
	<-stop.Done()

	grace, cancel := context.WithTimeout(context.Background(), longestStream)
	defer cancel()
	if server.Shutdown(grace) != nil {
		server.Close()
	}
}
