### 实时推送与客户：出了什么问题、保留了什么、接下来怎么办。

error-upgrade-required-title = 这个地址是 WebSocket
error-upgrade-required = 这里只通过 WebSocket 推送消息，不回应其他请求。请使用 WebSocket（版本 13）连接。
error-too-many-sockets-title = 打开的窗口太多
error-too-many-sockets = 您已有 { $max } 个实时连接，所以没有再建立新的连接。内容都没有丢失，请关闭不再需要的窗口。
error-too-many-notes-title = 备注已经很多了
error-too-many-notes = 一位客户最多有 { $max } 条备注，所以这一条没有保存。请先删除过时的备注再试。
