### The live chat: names, what happened, the transcript.

chat-stranger = 访客 { $number }
chat-event-joined = { $name }（客服编号 { $number }）已加入对话
chat-event-queued = 已为您排队等待人工客服
chat-event-handed-over = 对话已转给另一位客服
chat-event-agent-gone = 客服已离线，您仍保留原来的位置
chat-event-ended = 对话已结束
chat-event-ended-own = 您结束了对话
chat-event-ended-nobody = 现在没有客服在线。您的对话已作为工单保留，我们会在这里回复您
chat-taken-undecided = 其中一段内容可能是私钥，已为您封存，客服看不到。请在工单页面决定如何处理。
chat-transcript-title = { $brand } 对话记录 · { $reference }
chat-transcript-record = 记录校验：第 { $number } 条，哈希 { $hash }
chat-transcript-you = 您
chat-transcript-assistant = 助手
