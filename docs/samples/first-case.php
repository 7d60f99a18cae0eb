<?php
// Posts a message and follows its case until somebody is responsible. URL and KEY are taken from the environment.

/** Sends a request, and the same again where there was no reply, or one that says so. */
function call(string $path, ?array $body = null, array $headers = []): array
{
    $headers = ['Authorization: Bearer ' . getenv('KEY'), 'Accept-Language: en', ...$headers];
    $http = ['header' => $headers, 'timeout' => 30, 'ignore_errors' => true];
    if ($body !== null) {
        $http += ['method' => 'POST', 'content' => json_encode($body)];
    }
    for ($tries = 1, $seconds = 1; $tries <= 6; $tries++, $seconds *= 2) {
        $text = @file_get_contents(getenv('URL') . $path, false, stream_context_create(['http' => $http]));
        $status = $text === false ? 0 : (int) explode(' ', $http_response_header[0])[1];
        if ($status >= 200 && $status < 500 && $status !== 429) {
            $reply = json_decode($text, true);
            if ($status < 300) {
                return $reply;
            }
            exit("$status {$reply['code']}: {$reply['detail']} " . json_encode($reply['errors'] ?? []) . "\n");
        }
        $after = 0;
        foreach ($text === false ? [] : $http_response_header as $line) {
            if (stripos($line, 'Retry-After:') === 0) {
                $after = (int) substr($line, 12);
            }
        }
        sleep(max($after, $seconds));
    }
    exit("The region does not answer.\n");
}

$message = [
    'text' => 'В Грозном на улице Садовой яма на дороге.',
    'author' => ['email' => 'citizen@example.org'],
];
// The key is kept beside the message: a repetition with it does nothing twice.
$once = ['Content-Type: application/json', 'Idempotency-Key: ' . bin2hex(random_bytes(16))];
$id = call('/v1/messages', $message, $once)['id'];

$status = 'routing';
for ($look = 0; $status === 'routing' && $look < 10; $look++) {
    if ($look > 0) {
        sleep(2);
    }
    $status = call("/v1/cases/$id")['status'];
}
echo "$id $status\n";
