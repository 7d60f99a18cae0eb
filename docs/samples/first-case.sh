#!/bin/sh
# Posts a message and follows its case until somebody is responsible. URL and KEY are taken from the environment.
set -eu
ID_KEY="sample-$(date +%s)-$$" # kept beside the message: a repetition with it does nothing twice
MESSAGE='{"text": "В Грозном на улице Садовой яма на дороге.", "author": {"email": "citizen@example.org"}}'

# curl sends again what had no reply, 408, 429, 500, 502, 503 and 504, and waits as Retry-After says.
REPLY=$(curl -sS --fail-with-body --max-time 30 --retry 5 --retry-connrefused "$URL/v1/messages" \
  -H "Authorization: Bearer $KEY" -H "Idempotency-Key: $ID_KEY" -H 'Content-Type: application/json' \
  -H 'Accept-Language: en' -d "$MESSAGE")
ID=$(printf %s "$REPLY" | sed 's/.*"id":"\([^"]*\)".*/\1/')

for _ in 1 2 3 4 5 6 7 8 9 10; do
  CASE=$(curl -sS --fail-with-body --max-time 30 --retry 5 "$URL/v1/cases/$ID" -H "Authorization: Bearer $KEY")
  STATUS=$(printf %s "$CASE" | sed 's/","regime".*//; s/.*"status":"//')
  [ "$STATUS" = routing ] || break
  sleep 2
done
echo "$ID $STATUS"
