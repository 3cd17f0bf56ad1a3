### Files that come with messages.

field-files = 첨부 파일
files-hint = 파일 { $count }개까지, 하나에 { $megabytes }MB까지 보낼 수 있습니다. 사진, 동영상(MP4, MOV, WebM), PDF, TXT, LOG, CSV, JSON, HAR. 사진과 동영상에 담긴 촬영 위치와 기기 정보는 지워집니다.
files-ways = 붙여 넣거나 여기로 끌어다 놓아도 됩니다.
files-remove = { $name } 빼기
files-failed = 이 파일을 보내지 못했습니다. 뺀 다음 다시 선택해 주세요.
files-waiting = 연결이 끊겼습니다. 다시 연결되면 저절로 이어집니다.
files-busy = 파일을 아직 보내는 중입니다. 잠시 기다리거나 파일을 빼 주세요.

## Under the field, the file named

error-file-too-large = “{ $name }” 파일이 한 개당 한도인 { $max }MB보다 큽니다. 압축하거나 잘라서, 또는 나누어 보내 주세요.
error-file-longer = “{ $name }” 파일이 알린 크기보다 커서 저장하지 않았습니다. 다시 선택해 주세요.
error-file-empty = “{ $name }” 파일이 비어 있습니다. 확인한 뒤 다시 선택해 주세요.
error-file-type = “{ $name }” 같은 형식의 파일은 받지 않습니다. PNG, JPEG, WebP, HEIC, MP4, WebM, MOV, PDF, TXT, LOG, CSV, JSON, HAR 중 하나로 보내 주세요.
error-file-lies = “{ $name }” 파일의 내용이 확장자와 달라 저장하지 않았습니다. 이름을 바꾸지 않은 원본 파일을 보내 주세요.
error-file-damaged = “{ $name }” 파일이 손상되었거나 온전하지 않아 저장하지 않았습니다. 기기에서 열어 다시 저장한 뒤 보내 주세요.
error-file-pixels = “{ $name }” 파일의 픽셀이 너무 많습니다. 1억 픽셀까지 가능하니 더 작은 사본을 보내 주세요.
error-file-quota = “{ $name }” 파일까지 더하면 하루에 보낼 수 있는 양을 넘습니다. 앞서 보낸 것은 그대로 있으니 나머지는 내일 보내거나 메시지로 알려 주세요.
error-file-later = 방금 같은 네트워크에서 파일이 많이 들어와 “{ $name }” 파일을 받지 못했습니다. 파일 없이 먼저 보내고 한 시간 뒤에 추가해 주세요.
error-files-too-many = 메시지 하나에 파일을 { $max }개까지 넣을 수 있습니다. 일부를 빼서 다른 메시지로 보내 주세요.
error-files-unknown = 더 이상 없거나, 다른 사람이 올렸거나, 이미 다른 메시지와 함께 보낸 파일이 있습니다. 뺀 다음 다시 선택해 주세요.
error-files-unfinished = 아직 다 오지 않았거나 받을 수 없었던 파일이 있습니다. 다 올 때까지 기다리거나 빼 주세요.

## Problems: a title, and a sentence

error-upload-moved-title = 파일은 다른 곳에서 이어집니다
error-upload-moved = 이 부분은 파일의 현재 끝에서 시작하지 않아 더하지 않았습니다. 이어질 위치는 Upload-Offset 헤더에 있고, 앞서 온 것은 그대로 있습니다.
error-upload-cut-title = 연결이 끊겼습니다
error-upload-cut = 파일이 다 오지 않았습니다. 온 부분은 하루 동안 보관하니 거기서부터 이어 주세요.
error-upload-work-title = 잠시만요
error-upload-work = 방금 같은 네트워크에서 파일이 많이 들어왔습니다. 브라우저가 먼저 약간의 계산을 한 뒤 저절로 이어집니다. 잃어버린 것은 없습니다.
