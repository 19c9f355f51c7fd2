{{- define "shop.labels" -}}
app: {{ .Release.Name }}
version: "not a label"
{{- end }}
