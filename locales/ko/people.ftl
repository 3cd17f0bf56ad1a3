### 실시간 알림과 고객: 무엇이 잘못되었고, 무엇이 남아 있고, 이제 무엇을 하면 되는지.

error-upgrade-required-title = WebSocket 주소예요
error-upgrade-required = 이 주소는 WebSocket으로 새 소식만 전하고 다른 요청에는 답하지 않아요. WebSocket 버전 13으로 연결해 주세요.
error-too-many-sockets-title = 열린 창이 너무 많아요
error-too-many-sockets = 실시간 연결이 이미 { $max }개 있어 새로 연결하지 않았어요. 잃어버린 내용은 없으니 쓰지 않는 창을 닫아 주세요.
error-too-many-notes-title = 메모가 이미 많아요
error-too-many-notes = 고객 한 분에게 메모는 { $max }개까지 남길 수 있어 이 메모는 저장하지 않았어요. 오래된 메모를 지우고 다시 시도해 주세요.
