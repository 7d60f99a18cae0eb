# Posts a message and follows its case until somebody is responsible. URL and KEY are taken from the environment.
import json
import os
import time
import urllib.error
import urllib.request
import uuid

BASE, KEY = os.environ["URL"], os.environ["KEY"]


def call(path, body=None, headers={}):
    """Sends a request, and the same again where there was no reply, or one that says so."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {KEY}", "Accept-Language": "en", **headers}
    seconds = 1
    for _ in range(6):
        after = 0
        try:
            with urllib.request.urlopen(urllib.request.Request(BASE + path, data, headers), timeout=30) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            if error.code != 429 and error.code < 500:
                problem = json.load(error)
                raise SystemExit(f"{error.code} {problem['code']}: {problem['detail']} {problem.get('errors', [])}")
            after = int(error.headers.get("Retry-After") or 0)
        except (urllib.error.URLError, TimeoutError):
            pass
        time.sleep(max(after, seconds))
        seconds *= 2
    raise SystemExit("The region does not answer.")


message = {
    "text": "В Грозном на улице Садовой яма на дороге.",
    "author": {"email": "citizen@example.org"},
}
# The key is kept beside the message: a repetition with it does nothing twice.
once = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
case_id = call("/v1/messages", message, once)["id"]

status = "routing"
for look in range(10):
    if look > 0:
        time.sleep(2)
    status = call(f"/v1/cases/{case_id}")["status"]
    if status != "routing":
        break
print(case_id, status)
