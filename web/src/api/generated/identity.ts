// Written by `make api` from docs/api/identity.openapi.json; not by hand.
export interface paths {
    "/api/identity/units/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tạo đơn vị từ tệp XLSX hoặc CSV; chạy thử thì chỉ nêu lỗi theo ô. Tệp có lỗi thì không ghi dòng nào
         * @description Tạo đơn vị từ tệp XLSX hoặc CSV; chạy thử thì chỉ nêu lỗi theo ô. Tệp có lỗi thì không ghi dòng nào.
         */
        post: operations["import_units"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cấp tài khoản từ tệp XLSX hoặc CSV; chạy thử thì chỉ nêu lỗi theo ô. Tệp có lỗi thì không cấp tài khoản nào
         * @description Cấp tài khoản từ tệp XLSX hoặc CSV; chạy thử thì chỉ nêu lỗi theo ô. Tệp có lỗi thì không cấp tài khoản nào.
         */
        post: operations["import_accounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/unit-types/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tạo hoặc sửa loại hình đơn vị
         * @description Tạo hoặc sửa loại hình đơn vị.
         */
        put: operations["save_unit_type"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/unit-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Danh sách loại hình đơn vị
         * @description Danh sách loại hình đơn vị.
         */
        get: operations["list_unit_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Danh sách đơn vị theo thứ tự tên tiếng Việt; `words` tìm trong tên và mã, có dấu hoặc không dấu
         * @description Danh sách đơn vị theo thứ tự tên tiếng Việt; `words` tìm trong tên và mã, có dấu hoặc không dấu.
         */
        get: operations["list_units"];
        put?: never;
        /**
         * Tạo đơn vị; loại hình chưa có thì được tạo theo mã
         * @description Tạo đơn vị; loại hình chưa có thì được tạo theo mã.
         */
        post: operations["register_unit"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Tạo nhiều đơn vị một lần; dòng sai bị từ chối, các dòng đúng vẫn được ghi
         * @description Tạo nhiều đơn vị một lần; dòng sai bị từ chối, các dòng đúng vẫn được ghi.
         */
        patch: operations["register_units"];
        trace?: never;
    };
    "/api/identity/units/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một đơn vị
         * @description Một đơn vị.
         */
        get: operations["read_unit"];
        /**
         * Sửa đơn vị; các kỳ đã mở giữ tên và nhóm của năm đó
         * @description Sửa đơn vị; các kỳ đã mở giữ tên và nhóm của năm đó.
         */
        put: operations["change_unit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/units/{code}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ghi ngày cuối cùng của đơn vị; lịch sử của đơn vị vẫn được giữ
         * @description Ghi ngày cuối cùng của đơn vị; lịch sử của đơn vị vẫn được giữ.
         */
        post: operations["retire_unit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/unit-mergers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Xem trước việc hợp nhất: đơn vị nào kết thúc ngày nào, tài khoản nào chuyển, giữ lại hay kết thúc; chưa ghi gì
         * @description Xem trước việc hợp nhất: đơn vị nào kết thúc ngày nào, tài khoản nào chuyển, giữ lại hay kết thúc; chưa ghi gì.
         */
        post: operations["preview_merger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/unit-mergers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các lần hợp nhất đơn vị, mới nhất trước
         * @description Các lần hợp nhất đơn vị, mới nhất trước.
         */
        get: operations["list_mergers"];
        put?: never;
        /**
         * Hợp nhất đơn vị từ một ngày: đơn vị cũ kết thúc ngày trước đó, đơn vị kế thừa nhớ các đơn vị ấy; tài khoản theo sang đúng ngày
         * @description Hợp nhất đơn vị từ một ngày: đơn vị cũ kết thúc ngày trước đó, đơn vị kế thừa nhớ các đơn vị ấy; tài khoản theo sang đúng ngày.
         */
        post: operations["merge_units"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Danh sách tài khoản được xem, theo thứ tự tên; `words` tìm trong tên, tên đăng nhập, đơn vị, có dấu hoặc không dấu
         * @description Danh sách tài khoản được xem, theo thứ tự tên; `words` tìm trong tên, tên đăng nhập, đơn vị, có dấu hoặc không dấu.
         */
        get: operations["list_accounts"];
        put?: never;
        /**
         * Cấp tài khoản. Không có `sub` thì người dùng được tạo ở máy chủ đăng nhập; mật khẩu một lần chỉ hiện trong trả lời này
         * @description Cấp tài khoản. Không có `sub` thì người dùng được tạo ở máy chủ đăng nhập; mật khẩu một lần chỉ hiện trong trả lời này.
         */
        post: operations["grant_account"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Cấp nhiều tài khoản một lần; dòng sai bị từ chối, các dòng đúng vẫn được cấp
         * @description Cấp nhiều tài khoản một lần; dòng sai bị từ chối, các dòng đúng vẫn được cấp.
         */
        patch: operations["grant_accounts"];
        trace?: never;
    };
    "/api/identity/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Người đang đăng nhập và các tài khoản chưa kết thúc của người đó
         * @description Người đang đăng nhập và các tài khoản chưa kết thúc của người đó.
         */
        get: operations["who_am_i"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Một tài khoản
         * @description Một tài khoản.
         */
        get: operations["read_account"];
        /**
         * Sửa tên người giữ và các vai trò của tài khoản
         * @description Sửa tên người giữ và các vai trò của tài khoản.
         */
        put: operations["change_account"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}/lend-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Giao quyền phê duyệt báo cáo cho cấp phó của cùng đơn vị trong một thời gian
         * @description Giao quyền phê duyệt báo cáo cho cấp phó của cùng đơn vị trong một thời gian.
         */
        post: operations["lend_approval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}/end-lending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Thu hồi trước hạn quyền phê duyệt đã giao cho tài khoản này; từ lúc đó tài khoản không phê duyệt được nữa
         * @description Thu hồi trước hạn quyền phê duyệt đã giao cho tài khoản này; từ lúc đó tài khoản không phê duyệt được nữa.
         */
        post: operations["end_lending"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhật ký thay đổi của tài khoản: ai, lúc nào, trước và sau
         * @description Nhật ký thay đổi của tài khoản: ai, lúc nào, trước và sau.
         */
        get: operations["read_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Khóa tài khoản; mọi dịch vụ từ chối tài khoản ngay
         * @description Khóa tài khoản; mọi dịch vụ từ chối tài khoản ngay.
         */
        post: operations["lock_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mở khóa tài khoản (quản trị); mở khóa sau thẩm định (lãnh đạo Sở Nội vụ)
         * @description Mở khóa tài khoản (quản trị); mở khóa sau thẩm định (lãnh đạo Sở Nội vụ).
         */
        post: operations["unlock_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kết thúc tài khoản khi người giữ thôi nhiệm vụ (Điều 8.1); lịch sử vẫn được giữ
         * @description Kết thúc tài khoản khi người giữ thôi nhiệm vụ (Điều 8.1); lịch sử vẫn được giữ.
         */
        post: operations["end_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/accounts/{account_id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cấp lại mật khẩu dùng một lần theo đề nghị của người đứng đầu cơ quan (Điều 16.5); mật khẩu chỉ hiện một lần
         * @description Cấp lại mật khẩu dùng một lần theo đề nghị của người đứng đầu cơ quan (Điều 16.5); mật khẩu chỉ hiện một lần.
         */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/account-requests/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Được đề nghị cấp tài khoản cho đơn vị, cơ quan nào; còn bao nhiêu đề nghị đang chờ
         * @description Được đề nghị cấp tài khoản cho đơn vị, cơ quan nào; còn bao nhiêu đề nghị đang chờ.
         */
        get: operations["what_to_ask_for"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/account-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các đề nghị cấp tài khoản, cấp lại mật khẩu: quản trị xem tất cả, người đứng đầu và đầu mối xem của đơn vị, cơ quan mình
         * @description Các đề nghị cấp tài khoản, cấp lại mật khẩu: quản trị xem tất cả, người đứng đầu và đầu mối xem của đơn vị, cơ quan mình.
         */
        get: operations["list_requests"];
        put?: never;
        /**
         * Đề nghị cấp tài khoản bổ sung, hoặc cấp lại mật khẩu cho một tài khoản của đơn vị, cơ quan mình
         * @description Đề nghị cấp tài khoản bổ sung, hoặc cấp lại mật khẩu cho một tài khoản của đơn vị, cơ quan mình.
         */
        post: operations["ask_for_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/account-requests/{request_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duyệt đề nghị: cấp tài khoản hoặc cấp lại mật khẩu; mật khẩu một lần chỉ hiện trong trả lời này
         * @description Duyệt đề nghị: cấp tài khoản hoặc cấp lại mật khẩu; mật khẩu một lần chỉ hiện trong trả lời này.
         */
        post: operations["approve_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/account-requests/{request_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Từ chối đề nghị, nêu lý do
         * @description Từ chối đề nghị, nêu lý do.
         */
        post: operations["refuse_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/account-requests/{request_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rút đề nghị của đơn vị, cơ quan mình khi chưa được giải quyết
         * @description Rút đề nghị của đơn vị, cơ quan mình khi chưa được giải quyết.
         */
        post: operations["withdraw_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhật ký đăng nhập, đơn vị, tài khoản và quyền; dòng mới nhất trước
         * @description Nhật ký đăng nhập, đơn vị, tài khoản và quyền; dòng mới nhất trước.
         */
        get: operations["read_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/log/file.{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Xuất nhật ký đang lọc ra CSV hoặc XLSX
         * @description Xuất nhật ký đang lọc ra CSV hoặc XLSX.
         */
        get: operations["export_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/log/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Nhật ký của tôi: việc mình đã làm và việc đã làm với tài khoản của mình
         * @description Nhật ký của tôi: việc mình đã làm và việc đã làm với tài khoản của mình.
         */
        get: operations["read_own_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sự cố, góp ý được xem: của mình; lãnh đạo Sở Nội vụ xem tất cả; hỗ trợ kỹ thuật xem những gì được chuyển
         * @description Sự cố, góp ý được xem: của mình; lãnh đạo Sở Nội vụ xem tất cả; hỗ trợ kỹ thuật xem những gì được chuyển.
         */
        get: operations["list_incidents"];
        put?: never;
        /**
         * Báo sự cố, vướng mắc hoặc góp ý về phần mềm
         * @description Báo sự cố, vướng mắc hoặc góp ý về phần mềm.
         */
        post: operations["report_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/incidents/{incident_id}/pass-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chuyển cho đơn vị hỗ trợ kỹ thuật (Điều 12.4)
         * @description Chuyển cho đơn vị hỗ trợ kỹ thuật (Điều 12.4).
         */
        post: operations["pass_on_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/incidents/{incident_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trả lời sự cố, góp ý; người báo đọc được
         * @description Trả lời sự cố, góp ý; người báo đọc được.
         */
        post: operations["answer_incident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nhắc các đơn vị hoặc cơ quan thẩm định; mọi tài khoản của nơi nhận thấy lời nhắc khi mở hệ thống
         * @description Nhắc các đơn vị hoặc cơ quan thẩm định; mọi tài khoản của nơi nhận thấy lời nhắc khi mở hệ thống.
         */
        post: operations["remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Thông báo của tài khoản mình, mới nhất trước, kèm số chưa đọc
         * @description Thông báo của tài khoản mình, mới nhất trước, kèm số chưa đọc.
         */
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Đánh dấu đã đọc một thông báo của mình
         * @description Đánh dấu đã đọc một thông báo của mình.
         */
        post: operations["read_notification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/guidance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các hướng dẫn đang có, hoặc của một bộ tiêu chí
         * @description Các hướng dẫn đang có, hoặc của một bộ tiêu chí.
         */
        get: operations["list_guidance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/guidance/pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hướng dẫn của một trang
         * @description Hướng dẫn của một trang.
         */
        get: operations["read_page_guidance"];
        /**
         * Viết hướng dẫn của một trang; bản cũ vẫn được giữ
         * @description Viết hướng dẫn của một trang; bản cũ vẫn được giữ.
         */
        put: operations["write_page_guidance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/guidance/pages/{page}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các bản hướng dẫn của một trang, mới nhất trước
         * @description Các bản hướng dẫn của một trang, mới nhất trước.
         */
        get: operations["read_page_guidance_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/guidance/leaves/{set_code}/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hướng dẫn của một tiêu chí, theo mã bộ tiêu chí và mã tiêu chí
         * @description Hướng dẫn của một tiêu chí, theo mã bộ tiêu chí và mã tiêu chí.
         */
        get: operations["read_leaf_guidance"];
        /**
         * Viết hướng dẫn của một tiêu chí; bản cũ vẫn được giữ
         * @description Viết hướng dẫn của một tiêu chí; bản cũ vẫn được giữ.
         */
        put: operations["write_leaf_guidance"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/guidance/leaves/{set_code}/{item}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Các bản hướng dẫn của một tiêu chí, mới nhất trước
         * @description Các bản hướng dẫn của một tiêu chí, mới nhất trước.
         */
        get: operations["read_leaf_guidance_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tiến trình đang chạy
         * @description Tiến trình đang chạy.
         */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dịch vụ sẵn sàng nhận yêu cầu; khi chưa, câu trả lời nêu điều gì còn thiếu
         * @description Dịch vụ sẵn sàng nhận yêu cầu; khi chưa, câu trả lời nêu điều gì còn thiếu.
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AccountChange */
        AccountChange: {
            /** Holder Name */
            holder_name: string;
            /** Roles */
            roles: components["schemas"]["RoleIn"][];
        };
        /**
         * AccountFollowing
         * @description `moves`: the person is granted an account of this kind with `roles` at the unit that follows; with `move` and without it there is one
         *     already.
         */
        AccountFollowing: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Holder Name */
            holder_name: string;
            /** Kind */
            kind: string;
            /** Unit Name */
            unit_name: string;
            /** Roles */
            roles: string[];
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "locked" | "ended";
            /**
             * Act
             * @enum {string}
             */
            act: "move" | "end" | "keep";
            /** Moves */
            moves: boolean;
        };
        /** AccountImported */
        AccountImported: {
            /** Row */
            row: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Holder Name */
            holder_name: string;
            /** Unit Code */
            unit_code: string | null;
            /** Appraiser Code */
            appraiser_code: string | null;
            /** Initial Password */
            initial_password?: string | null;
        };
        /** AccountIn */
        AccountIn: {
            /** Username */
            username: string;
            /** Holder Name */
            holder_name: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "data_entry" | "appraisal" | "management" | "administration" | "support" | "client";
            /**
             * Roles
             * @default []
             */
            roles: components["schemas"]["RoleIn"][];
            /** Unit Code */
            unit_code?: string | null;
            /** Appraiser Code */
            appraiser_code?: string | null;
            /** Only For Unit */
            only_for_unit?: string | null;
            /** Sub */
            sub?: string | null;
            /** Password */
            password?: string | null;
        };
        /** AccountLines */
        AccountLines: {
            /** Lines */
            lines: components["schemas"]["AccountIn"][];
        };
        /** AccountOfMine */
        AccountOfMine: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Holder Name */
            holder_name: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "data_entry" | "appraisal" | "management" | "administration" | "support" | "client";
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Unit Code */
            unit_code: string | null;
            /** Appraiser Code */
            appraiser_code: string | null;
            /** Only For Unit */
            only_for_unit: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "locked" | "ended";
            /** Locked Reason */
            locked_reason: string | null;
            /** Appraisal Lock */
            appraisal_lock: ("sign_in" | "writing") | null;
            /** Council Session Open */
            council_session_open: boolean;
        };
        /**
         * AccountOut
         * @description Names of units are said where accounts are listed or read, and null elsewhere.
         */
        AccountOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Sub */
            sub: string | null;
            /** Holder Name */
            holder_name: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "data_entry" | "appraisal" | "management" | "administration" | "support" | "client";
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Unit Code */
            unit_code: string | null;
            /** Appraiser Code */
            appraiser_code: string | null;
            /** Only For Unit */
            only_for_unit: string | null;
            /** Unit Name */
            unit_name?: string | null;
            /** Only For Unit Name */
            only_for_unit_name?: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "locked" | "ended";
            /** Locked Reason */
            locked_reason: string | null;
            /** Locked At */
            locked_at: string | null;
            /** Appraisal Lock */
            appraisal_lock: ("sign_in" | "writing") | null;
            /** Council Session Open */
            council_session_open: boolean;
            /** Version */
            version: number;
            /**
             * Allowed Actions
             * @default []
             */
            allowed_actions: ("change" | "lock" | "unlock" | "lift_appraisal_lock" | "end" | "reset_password" | "ask_password" | "lend_approval" | "end_lending" | "history")[];
        };
        /**
         * AccountsImported
         * @description `initial_password` is shown once; null where the person had one, or the identity provider has not answered yet.
         */
        AccountsImported: {
            /** Rows */
            rows: number;
            /** Saved */
            saved: number;
            /** Faults */
            faults: components["schemas"]["CellFault"][];
            /** Accounts */
            accounts: components["schemas"]["AccountImported"][];
        };
        /** AnswerIn */
        AnswerIn: {
            /** Answer */
            answer: string;
        };
        /**
         * Approval
         * @description `username`: another than the one asked for.
         */
        Approval: {
            /** Username */
            username?: string | null;
        };
        /**
         * Approved
         * @description `initial_password` is shown once; null where the identity provider has not answered yet, the person is then made later.
         */
        Approved: {
            request: components["schemas"]["RequestOut"];
            /** Initial Password */
            initial_password?: string | null;
        };
        /**
         * AskedFor
         * @description `about` `account`: with `unit_code` (head) or `appraiser_code` (lead), `username`, `holder_name`; `password`: with `account_id`.
         */
        AskedFor: {
            /**
             * About
             * @enum {string}
             */
            about: "account" | "password";
            /** Unit Code */
            unit_code?: string | null;
            /** Appraiser Code */
            appraiser_code?: string | null;
            /** Username */
            username?: string | null;
            /** Holder Name */
            holder_name?: string | null;
            /** Role */
            role?: ("unit_approver" | "appraisal_lead" | "council_member") | null;
            /** Account Id */
            account_id?: string | null;
            /** Reason */
            reason: string;
        };
        /** BatchOut */
        BatchOut: {
            /** Saved */
            saved: number;
            /** Refused */
            refused: {
                [key: string]: unknown;
            }[];
        };
        /**
         * CellFault
         * @description `cell` is the place as the spreadsheet shows it (`C5`, or the line `5`).
         */
        CellFault: {
            /** Row */
            row: number;
            /** Column */
            column: string;
            /** Cell */
            cell: string;
            /** Detail */
            detail: string;
        };
        /**
         * ChangeOut
         * @description One change of an account; `before` and `after` are the whole state.
         */
        ChangeOut: {
            /** Version */
            version: number;
            /** Act */
            act: string;
            /** Reason */
            reason: string;
            /** Before */
            before: {
                [key: string]: unknown;
            } | null;
            /** After */
            after: {
                [key: string]: unknown;
            };
            /** Changed By */
            changed_by: string | null;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /**
         * FileIn
         * @description `content` is the XLSX or CSV file as base64. With `dry_run` nothing is kept.
         */
        FileIn: {
            /** Content */
            content: string;
            /** Dry Run */
            dry_run: boolean;
        };
        /** GrantedLine */
        GrantedLine: {
            /** Index */
            index: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Sub */
            sub: string | null;
            /** Initial Password */
            initial_password?: string | null;
        };
        /** GrantedLines */
        GrantedLines: {
            /** Saved */
            saved: number;
            /** Refused */
            refused: {
                [key: string]: unknown;
            }[];
            /** Accounts */
            accounts: components["schemas"]["GrantedLine"][];
        };
        /**
         * GrantedOut
         * @description `initial_password` is shown once; `sub` is null while the identity provider has not answered, the person is then made later.
         */
        GrantedOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Username */
            username: string;
            /** Sub */
            sub: string | null;
            /** Holder Name */
            holder_name: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "data_entry" | "appraisal" | "management" | "administration" | "support" | "client";
            /** Roles */
            roles: components["schemas"]["RoleOut"][];
            /** Unit Code */
            unit_code: string | null;
            /** Appraiser Code */
            appraiser_code: string | null;
            /** Only For Unit */
            only_for_unit: string | null;
            /** Unit Name */
            unit_name?: string | null;
            /** Only For Unit Name */
            only_for_unit_name?: string | null;
            /**
             * Status
             * @enum {string}
             */
            status: "active" | "locked" | "ended";
            /** Locked Reason */
            locked_reason: string | null;
            /** Locked At */
            locked_at: string | null;
            /** Appraisal Lock */
            appraisal_lock: ("sign_in" | "writing") | null;
            /** Council Session Open */
            council_session_open: boolean;
            /** Version */
            version: number;
            /**
             * Allowed Actions
             * @default []
             */
            allowed_actions: ("change" | "lock" | "unlock" | "lift_appraisal_lock" | "end" | "reset_password" | "ask_password" | "lend_approval" | "end_lending" | "history")[];
            /** Initial Password */
            initial_password?: string | null;
        };
        /**
         * GuidanceIn
         * @description Plain words; blank lines part paragraphs, addresses become links. Empty: the guidance is taken away.
         */
        GuidanceIn: {
            /** Text */
            text: string;
        };
        /**
         * GuidanceOut
         * @description `version` 0 and an empty text where nobody has written any.
         */
        GuidanceOut: {
            /** Page */
            page: string | null;
            /** Set Code */
            set_code: string | null;
            /** Item */
            item: string | null;
            /** Text */
            text: string;
            /** Version */
            version: number;
            /** Changed By Name */
            changed_by_name: string | null;
            /** Changed At */
            changed_at: string | null;
            /** May Write */
            may_write: boolean;
        };
        /** GuidanceVersion */
        GuidanceVersion: {
            /** Version */
            version: number;
            /** Text */
            text: string;
            /** Changed By Name */
            changed_by_name: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
        };
        /**
         * IncidentOut
         * @description `allowed_actions`: `pass_on`, `answer`.
         */
        IncidentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * About
             * @enum {string}
             */
            about: "incident" | "feedback";
            /** Text */
            text: string;
            /** Page */
            page: string;
            /** Reported By Name */
            reported_by_name: string;
            /** Unit Code */
            unit_code: string | null;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Passed On At */
            passed_on_at: string | null;
            /** Answer */
            answer: string;
            /** Answered By Name */
            answered_by_name: string | null;
            /** Answered At */
            answered_at: string | null;
            /** Version */
            version: number;
            /** Allowed Actions */
            allowed_actions: ("pass_on" | "answer")[];
        };
        /** Lending */
        Lending: {
            /**
             * To Account Id
             * Format: uuid
             */
            to_account_id: string;
            /** Valid From */
            valid_from: string;
            /** Valid To */
            valid_to: string;
        };
        /**
         * LendingEnd
         * @description Which lending ends: by the dates it was given.
         */
        LendingEnd: {
            /** Reason */
            reason: string;
            /** Valid From */
            valid_from: string;
            /** Valid To */
            valid_to: string;
        };
        /** LogBy */
        LogBy: {
            /**
             * Account Id
             * Format: uuid
             */
            account_id: string;
            /** Holder Name */
            holder_name: string;
            /** Username */
            username: string;
        };
        /**
         * LogLine
         * @description `by` is null where the platform acted by itself.
         */
        LogLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Act */
            act: string;
            /** Title */
            title: string;
            by: components["schemas"]["LogBy"] | null;
            /** Unit Code */
            unit_code: string | null;
            /** Subject */
            subject: string;
            /** Reason */
            reason: string;
        };
        /** Me */
        Me: {
            /** Sub */
            sub: string;
            /** Username */
            username: string;
            /** Accounts */
            accounts: components["schemas"]["AccountOfMine"][];
        };
        /**
         * MergerIn
         * @description `account_acts`: what becomes of accounts otherwise than proposed, by id: `move` to the unit that follows, `end`, or `keep`.
         */
        MergerIn: {
            /** Predecessors */
            predecessors: string[];
            /** Successor Code */
            successor_code: string;
            new_unit?: components["schemas"]["NewUnit"] | null;
            /**
             * Merged On
             * Format: date
             */
            merged_on: string;
            /** Reason */
            reason: string;
            /**
             * Account Acts
             * @default {}
             */
            account_acts: {
                [key: string]: "move" | "end" | "keep";
            };
            /**
             * Sub Units Follow
             * @default true
             */
            sub_units_follow: boolean;
        };
        /**
         * MergerOut
         * @description `carried_out_at` is null while accounts and sub-units wait for the day.
         */
        MergerOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Successor Code */
            successor_code: string;
            /** Successor Name */
            successor_name: string;
            /** Predecessors */
            predecessors: components["schemas"]["UnitNamed"][];
            /**
             * Merged On
             * Format: date
             */
            merged_on: string;
            /** Reason */
            reason: string;
            /** Sub Units Follow */
            sub_units_follow: boolean;
            /** Decided By Name */
            decided_by_name: string;
            /**
             * Decided At
             * Format: date-time
             */
            decided_at: string;
            /** Carried Out At */
            carried_out_at: string | null;
        };
        /**
         * MergerPreview
         * @description What the merger would do; `accounts_at_once`: its day has come, else accounts and sub-units follow on that day.
         */
        MergerPreview: {
            successor: components["schemas"]["UnitNamed"];
            /** Is New */
            is_new: boolean;
            /** Units */
            units: components["schemas"]["UnitEnding"][];
            /** Accounts */
            accounts: components["schemas"]["AccountFollowing"][];
            /** Sub Units */
            sub_units: components["schemas"]["UnitNamed"][];
            /** Accounts At Once */
            accounts_at_once: boolean;
            /** Warnings */
            warnings: string[];
        };
        /**
         * NewUnit
         * @description The unit that follows, where it is not there yet; its first day is that of the merger.
         */
        NewUnit: {
            /** Name */
            name: string;
            /** Unit Type */
            unit_type: string;
            /** Ranking Group */
            ranking_group: string;
            /** Parent Code */
            parent_code?: string | null;
        };
        /** NotificationOut */
        NotificationOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "reminder" | "appeal";
            /** Text */
            text: string;
            /** Path */
            path: string;
            /** Sent By Name */
            sent_by_name: string | null;
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            /** Read At */
            read_at: string | null;
        };
        /** NotificationsOut */
        NotificationsOut: {
            /** Items */
            items: components["schemas"]["NotificationOut"][];
            /** Next */
            next: string | null;
            /** Unread */
            unread: number;
        };
        /** Page[AccountOut] */
        Page_AccountOut_: {
            /** Items */
            items: components["schemas"]["AccountOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[ChangeOut] */
        Page_ChangeOut_: {
            /** Items */
            items: components["schemas"]["ChangeOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[GuidanceOut] */
        Page_GuidanceOut_: {
            /** Items */
            items: components["schemas"]["GuidanceOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[GuidanceVersion] */
        Page_GuidanceVersion_: {
            /** Items */
            items: components["schemas"]["GuidanceVersion"][];
            /** Next */
            next?: string | null;
        };
        /** Page[IncidentOut] */
        Page_IncidentOut_: {
            /** Items */
            items: components["schemas"]["IncidentOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[LogLine] */
        Page_LogLine_: {
            /** Items */
            items: components["schemas"]["LogLine"][];
            /** Next */
            next?: string | null;
        };
        /** Page[MergerOut] */
        Page_MergerOut_: {
            /** Items */
            items: components["schemas"]["MergerOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[RequestOut] */
        Page_RequestOut_: {
            /** Items */
            items: components["schemas"]["RequestOut"][];
            /** Next */
            next?: string | null;
        };
        /** Page[UnitOut] */
        Page_UnitOut_: {
            /** Items */
            items: components["schemas"]["UnitOut"][];
            /** Next */
            next?: string | null;
        };
        /**
         * PasswordOut
         * @description Shown once; it is kept nowhere.
         */
        PasswordOut: {
            /** Initial Password */
            initial_password: string;
        };
        /** Reason */
        Reason: {
            /** Reason */
            reason: string;
        };
        /**
         * ReminderIn
         * @description `path`: the page of ours where the work waits.
         */
        ReminderIn: {
            /**
             * Units
             * @default []
             */
            units: string[];
            /**
             * Appraisers
             * @default []
             */
            appraisers: string[];
            /** Text */
            text: string;
            /**
             * Path
             * @default /
             */
            path: string;
        };
        /**
         * ReminderOut
         * @description `without_account`: the chosen units and agencies where nobody has an account to be told by.
         */
        ReminderOut: {
            /** Reminded */
            reminded: number;
            /** Without Account */
            without_account: string[];
        };
        /**
         * Report
         * @description `page`: the address it is reported from.
         */
        Report: {
            /**
             * About
             * @enum {string}
             */
            about: "incident" | "feedback";
            /** Text */
            text: string;
            /**
             * Page
             * @default
             */
            page: string;
        };
        /**
         * RequestOut
         * @description `allowed_actions`: `approve`, `refuse`, `withdraw`.
         */
        RequestOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * About
             * @enum {string}
             */
            about: "account" | "password";
            /**
             * Kind
             * @enum {string}
             */
            kind: "data_entry" | "appraisal";
            /** Unit Code */
            unit_code: string | null;
            /** Unit Name */
            unit_name: string | null;
            /** Appraiser Code */
            appraiser_code: string | null;
            /** Username */
            username: string | null;
            /** Holder Name */
            holder_name: string | null;
            /** Role */
            role: ("unit_approver" | "appraisal_lead" | "council_member") | null;
            /** Account Id */
            account_id: string | null;
            /** Account Username */
            account_username: string | null;
            /** Account Holder */
            account_holder: string | null;
            /** Reason */
            reason: string;
            /**
             * Status
             * @enum {string}
             */
            status: "open" | "approved" | "refused" | "withdrawn";
            /**
             * Asked By
             * Format: uuid
             */
            asked_by: string;
            /** Asked By Name */
            asked_by_name: string | null;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Decided By Name */
            decided_by_name: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Decision Reason */
            decision_reason: string;
            /** Version */
            version: number;
            /** Allowed Actions */
            allowed_actions: ("approve" | "refuse" | "withdraw")[];
        };
        /** Retirement */
        Retirement: {
            /**
             * Valid To
             * Format: date
             */
            valid_to: string;
        };
        /** RoleIn */
        RoleIn: {
            /**
             * Role
             * @enum {string}
             */
            role: "unit_approver" | "appraisal_lead" | "council_member";
            /** Valid From */
            valid_from?: string | null;
            /** Valid To */
            valid_to?: string | null;
        };
        /**
         * RoleOut
         * @description `over`: its time has passed.
         */
        RoleOut: {
            /**
             * Role
             * @enum {string}
             */
            role: "unit_approver" | "appraisal_lead" | "council_member";
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
            /** Over */
            readonly over: boolean;
        };
        /** UnitChange */
        UnitChange: {
            /** Name */
            name: string;
            /** Unit Type */
            unit_type: string;
            /** Ranking Group */
            ranking_group: string;
            /** Parent Code */
            parent_code?: string | null;
            /** Valid From */
            valid_from?: string | null;
            /** Valid To */
            valid_to?: string | null;
        };
        /**
         * UnitEnding
         * @description A unit that ends; `last_day` once merged.
         */
        UnitEnding: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Valid To */
            valid_to: string | null;
            /**
             * Last Day
             * Format: date
             */
            last_day: string;
        };
        /** UnitIn */
        UnitIn: {
            /** Name */
            name: string;
            /** Unit Type */
            unit_type: string;
            /** Ranking Group */
            ranking_group: string;
            /** Parent Code */
            parent_code?: string | null;
            /** Valid From */
            valid_from?: string | null;
            /** Valid To */
            valid_to?: string | null;
            /** Code */
            code: string;
        };
        /** UnitLines */
        UnitLines: {
            /** Lines */
            lines: components["schemas"]["UnitIn"][];
        };
        /** UnitNamed */
        UnitNamed: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** UnitOut */
        UnitOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Unit Type */
            unit_type: string;
            /** Ranking Group */
            ranking_group: string;
            /** Parent Code */
            parent_code: string | null;
            /** Valid From */
            valid_from: string | null;
            /** Valid To */
            valid_to: string | null;
            /** Predecessors */
            predecessors: string[];
            /** Successor Code */
            successor_code: string | null;
            /** Version */
            version: number;
        };
        /** UnitToAskFor */
        UnitToAskFor: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /** UnitTypeIn */
        UnitTypeIn: {
            /** Title */
            title: string;
            /**
             * Level
             * @default
             */
            level: string;
        };
        /** UnitTypeOut */
        UnitTypeOut: {
            /** Code */
            code: string;
            /** Title */
            title: string;
            /** Level */
            level: string;
            /** Version */
            version: number;
        };
        /**
         * UnitsImported
         * @description A file with a fault is not kept in part: `saved` is then 0.
         */
        UnitsImported: {
            /** Rows */
            rows: number;
            /** Saved */
            saved: number;
            /** Faults */
            faults: components["schemas"]["CellFault"][];
        };
        /**
         * WhatToAskFor
         * @description For whom one may ask; `open` is how many requests that one sees wait for a decision.
         */
        WhatToAskFor: {
            /** Kind */
            kind: ("data_entry" | "appraisal") | null;
            /** Units */
            units: components["schemas"]["UnitToAskFor"][];
            /** Appraiser Code */
            appraiser_code: string | null;
            /** Roles */
            roles: ("unit_approver" | "appraisal_lead" | "council_member")[];
            /** Open */
            open: number;
        };
        /** Problem */
        Problem: {
            /** @description Mã ổn định của vấn đề, ví dụ /problems/assessment/too-late */
            type: string;
            title: string;
            status: number;
            /** @description Việc cần làm */
            detail?: string;
            /** @description Mã theo dõi để báo hỗ trợ */
            trace: string;
            errors?: {
                pointer: string;
                detail: string;
                type?: string;
            }[];
            /** @description Trạng thái hiện tại, khi dữ liệu đã được người khác sửa (412) */
            present?: Record<string, never>;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    import_units: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitsImported"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    import_accounts: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsImported"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_unit_type: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitTypeIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitTypeOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_unit_types: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitTypeOut"][];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_units: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
                unit_type?: string | null;
                ranking_group?: string | null;
                /** @description Chỉ đơn vị đã qua ngày cuối (true), hoặc chưa (false) */
                over?: boolean | null;
                /** @description Từ cần tìm, có dấu hoặc không dấu */
                words?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_UnitOut_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_unit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register_units: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitLines"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_unit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_unit: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnitChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retire_unit: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Retirement"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_merger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergerPreview"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_mergers: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_MergerOut_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    merge_units: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergerOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_accounts: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
                unit_code?: string | null;
                appraiser_code?: string | null;
                kind?: ("data_entry" | "appraisal" | "management" | "administration" | "support" | "client") | null;
                status?: string | null;
                /** @description Bỏ các tài khoản đã kết thúc */
                usable?: boolean;
                /** @description Chỉ các tài khoản đang bị khóa sau thẩm định */
                appraisal_lock?: boolean;
                /** @description Từ cần tìm, có dấu hoặc không dấu */
                words?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccountOut_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grant_account: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantedOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    grant_accounts: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountLines"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantedLines"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    who_am_i: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    change_account: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lend_approval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Lending"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_lending: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LendingEnd"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_history: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ChangeOut_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lock_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlock_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    what_to_ask_for: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatToAskFor"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_requests: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
                status?: ("open" | "approved" | "refused" | "withdrawn") | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_RequestOut_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_for_account: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskedFor"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approve_request: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Approval"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approved"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuse_request: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_request: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_log: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
                since?: string | null;
                until?: string | null;
                who?: string | null;
                act?: string[] | null;
                unit_code?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LogLine_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_log: {
        parameters: {
            query?: {
                since?: string | null;
                until?: string | null;
                who?: string | null;
                act?: string[] | null;
                unit_code?: string | null;
            };
            header?: never;
            path: {
                kind: "csv" | "xlsx";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_own_log: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
                since?: string | null;
                until?: string | null;
                who?: string | null;
                act?: string[] | null;
                unit_code?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_LogLine_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_incidents: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
                answered?: boolean | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_IncidentOut_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_incident: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Report"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pass_on_incident: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answer_incident: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                incident_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remind: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
                only_unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationsOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_notification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_guidance: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
                set_code?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GuidanceOut_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_page_guidance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidanceOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    write_page_guidance: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                page: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuidanceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidanceOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_page_guidance_history: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GuidanceVersion_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_leaf_guidance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set_code: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidanceOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    write_leaf_guidance: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string | null;
            };
            path: {
                set_code: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GuidanceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuidanceOut"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    read_leaf_guidance_history: {
        parameters: {
            query?: {
                /** @description Số dòng mỗi trang */
                limit?: number;
                /** @description Con trỏ `next` của trang trước */
                after?: string | null;
            };
            header?: never;
            path: {
                set_code: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_GuidanceVersion_"];
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Yêu cầu bị từ chối (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
